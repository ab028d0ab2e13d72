import { describe, expect, it } from "vitest";
import { spanOf } from "../../../models/series/period.ts";
import { readPeriod } from "./readPeriod.ts";

describe("a period is read in the canonical form and as Chinese tables write it", () => {
  it.each([
    ["2026", "2026"],
    ["2026年", "2026"],
    ["2026-03", "2026-03"],
    ["2026年3月", "2026-03"],
    ["２０２６年３月份", "2026-03"],
    ["2026/3", "2026-03"],
    ["2026.03", "2026-03"],
    ["202603", "2026-03"],
    ["2026M03", "2026-03"],
    ["2026年1-2月", "2026-01/P2M"],
    ["2026年1—8月", "2026-01/P8M"],
    ["2026-01/P8M", "2026-01/P8M"],
    ["2026-Q1", "2026-Q1"],
    ["2026Q1", "2026-Q1"],
    ["2026年一季度", "2026-Q1"],
    ["2026年第3季度", "2026-Q3"],
    ["2026-W05", "2026-W05"],
    ["2026年3月5日", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["2026/3/5", "2026-03-05"],
  ])("%s is %s", (text, period) => {
    const { start, end } = spanOf(period);
    expect(readPeriod(text)).toMatchObject({ start, end });
  });

  it.each([
    "",
    "2026-13",
    "2026年13月",
    "2026-Q5",
    "3月",
    "26-03",
    "2026-02-30",
    "=2026",
    "2026年1-13月",
    "2026-W60",
    "2026.1",
  ])("“%s” is no period", (text) => {
    expect(readPeriod(text)).toBeNull();
  });
});
