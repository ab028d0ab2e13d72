import calendar from "chinese-days";
import { describe, expect, it } from "vitest";
import { epochDay, isoDate } from "../series/date.ts";
import { isWorkingDay, workingDays, workingDaysEstimated } from "./workingDays.ts";

describe("working days by the State Council's notices", () => {
  it.each([
    ["2025-01", 19],
    ["2026-02", 16],
    ["2024-02", 18],
  ])("%s has %i, make-up workdays counted", (month, days) => expect(workingDays(month)).toBe(days));

  it("counts a combined January–February as both months", () => {
    expect(workingDays("2025-01/P2M")).toBe(workingDays("2025-01") + workingDays("2025-02"));
  });

  it("knows the make-up Sunday before the Spring Festival of 2025 and the festival's Friday", () => {
    expect(isWorkingDay(epochDay(2025, 1, 26))).toBe(true);
    expect(isWorkingDay(epochDay(2025, 1, 31))).toBe(false);
  });

  it("agrees with the notices as another compiler holds them, day by day from 2007 to 2026", () => {
    const differing: string[] = [];
    for (let d = epochDay(2007, 1, 1); d <= epochDay(2026, 12, 31); d++) {
      const date = isoDate(d);
      if (calendar.isWorkday(date) !== isWorkingDay(d)) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it("says where it counts weekdays for want of a notice", () => {
    expect(workingDaysEstimated("2027-02")).toBe(true);
    expect(workingDaysEstimated("2026-02")).toBe(false);
    expect(workingDays("2027-02")).toBe(20);
  });
});
