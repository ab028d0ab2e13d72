import { describe, expect, it } from "vitest";
import { formatPeriod, formatPeriodShort } from "./formatPeriod.ts";

describe("periods as people say them", () => {
  it.each([
    ["2025", "2025年", "2025"],
    ["2025-Q2", "2025年二季度", "2025 Q2"],
    ["2025-03", "2025年3月", "Mar 2025"],
    ["2025-01/P2M", "2025年1–2月", "Jan–Feb 2025"],
    ["2025-01/P8M", "2025年1–8月累计", "Jan–Aug 2025, year to date"],
    ["2025-W05", "2025年第5周", "Week 5, 2025"],
    ["2025-03-05", "2025年3月5日", "5 Mar 2025"],
  ])("%s reads %s and %s", (period, zh, en) => {
    expect(formatPeriod(period, "zh")).toBe(zh);
    expect(formatPeriod(period, "en")).toBe(en);
  });

  it("January–February of a running total says it is one", () => {
    expect(formatPeriod("2025-01/P2M", "zh", "year-to-date")).toBe("2025年1–2月累计");
  });

  it("a running total of January alone is simply January", () => {
    expect(formatPeriod("2025-01/P1M", "zh", "year-to-date")).toBe("2025年1月");
  });

  it("a half year is a range of months, not a running total, when it starts in July", () => {
    expect(formatPeriod("2025-07/P6M", "en")).toBe("Jul–Dec 2025");
  });

  it("short forms fit a table cell", () => {
    expect(["2025-01/P2M", "2025-Q2", "2025-W05", "2025-03", "2025"].map(formatPeriodShort)).toEqual([
      "2025-01~02",
      "2025Q2",
      "2025W05",
      "2025-03",
      "2025",
    ]);
  });

  it("a text that is no period is refused by name", () => {
    expect(() => formatPeriod("2025-13", "zh")).toThrow("2025-13");
  });
});
