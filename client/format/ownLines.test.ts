import { describe, expect, it } from "vitest";
import { ownLines } from "./ownLines.ts";

describe("messages kept in both languages", () => {
  it("each reader gets the half in his language", () => {
    const message = "缺少列：vintage\ncolumns missing: vintage";
    expect(ownLines(message, "zh")).toBe("缺少列：vintage");
    expect(ownLines(message, "en")).toBe("columns missing: vintage");
  });

  it("a message in one language is shown whole to everyone", () => {
    expect(ownLines("no connector", "zh")).toBe("no connector");
    expect(ownLines("line 1\nline 2", "en")).toBe("line 1\nline 2");
  });
});
