import { describe, expect, it } from "vitest";
import { nextOffset } from "./nextOffset.ts";

describe("a long list of alerts", () => {
  it("goes on where the last page ended", () => {
    expect(nextOffset({ pages: 1, limit: 100, of: 730 })).toBe(100);
    expect(nextOffset({ pages: 7, limit: 100, of: 730 })).toBe(700);
  });
  it("does not end at five hundred", () => {
    expect(nextOffset({ pages: 1, limit: 500, of: 501 })).toBe(500);
  });
  it("ends with its last alert, also when that one fills a page", () => {
    expect(nextOffset({ pages: 8, limit: 100, of: 730 })).toBeNull();
    expect(nextOffset({ pages: 1, limit: 500, of: 500 })).toBeNull();
    expect(nextOffset({ pages: 1, limit: 100, of: 0 })).toBeNull();
  });
});
