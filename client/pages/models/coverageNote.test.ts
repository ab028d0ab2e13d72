import { describe, expect, it } from "vitest";
import { coverageNote } from "./coverageNote.ts";

describe("whether intervals held", () => {
  it.each([
    [69, "narrow"],
    [70, null],
    [80, null],
    [90, null],
    [91, "wide"],
  ])("an 80%% interval that held %d%% of the time", (actual, note) => {
    expect(coverageNote(actual, 80)).toBe(note);
  });
});
