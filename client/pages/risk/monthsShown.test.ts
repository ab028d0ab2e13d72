import { describe, expect, it } from "vitest";
import { monthsShown } from "./monthsShown.ts";

describe("the months a chart shows", () => {
  const path = [...Array<null>(20).fill(null), ...Array<number>(130).fill(7)];
  it("are the newest of the range, all told ones where asked", () => {
    expect(monthsShown("5", path)).toBe(60);
    expect(monthsShown("10", path)).toBe(120);
    expect(monthsShown("all", path)).toBe(130);
  });
  it("never begin before the first month told", () => {
    expect(monthsShown("10", path.slice(0, 60))).toBe(40);
    expect(monthsShown("all", [null, null])).toBe(0);
  });
  it("keep gaps after the first month told", () => {
    expect(monthsShown("all", [null, 5, null, null])).toBe(3);
  });
});
