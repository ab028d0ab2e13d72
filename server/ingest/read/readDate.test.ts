import { describe, expect, it } from "vitest";
import { isoDate } from "../../../models/series/date.ts";
import { readDate } from "./readDate.ts";

describe("a release day", () => {
  it.each([
    "2026-04-09",
    "2026-4-9",
    "2026/4/9",
    "2026.04.09",
    "2026年4月9日",
    "20260409",
    "２０２６－０４－０９",
  ])("%s", (text) => {
    expect(isoDate(readDate(text)!)).toBe("2026-04-09");
  });
  it.each(["", "2026-02-30", "09/04/2026", "2026-04", "April 9", "44000"])("“%s” is no day", (text) => {
    expect(readDate(text)).toBeNull();
  });
});
