import { describe, expect, it } from "vitest";
import { TARGETS, targetInForce } from "./annualTargets.ts";

describe("the goals of the year", () => {
  it("until the report is read in March, last year's goal is in force", () => {
    expect(targetInForce("cpi", 2025, "2025-03-04")).toMatchObject({ year: 2024, value: 3 });
    expect(targetInForce("cpi", 2025, "2025-03-05")).toMatchObject({ year: 2025, value: 2 });
  });

  it("a figure of last year is held against last year's goal, whatever has been announced since", () => {
    expect(targetInForce("gdp", 2022, "2023-06-30")).toMatchObject({ year: 2022, value: 5.5 });
  });

  it("2020 set no growth goal, and said so in May", () => {
    expect(targetInForce("gdp", 2020, "2020-05-21")).toMatchObject({ year: 2019, value: 6 });
    expect(targetInForce("gdp", 2020, "2020-05-22")).toMatchObject({ year: 2020, value: null });
  });

  it("there is no goal before the first report, nor long after the last", () => {
    expect(targetInForce("unemployment", 2017, "2017-12-31")).toBeNull();
    expect(targetInForce("unemployment", 2031, "2031-12-31")).toBeNull();
  });

  it("the goals run year by year without a hole", () => {
    for (const rows of Object.values(TARGETS)) {
      rows.forEach((t, i) => {
        expect(t.year).toBe(rows[0]!.year + i);
      });
      expect(rows.at(-1)!.year).toBe(2025);
    }
  });
});
