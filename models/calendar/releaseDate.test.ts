import { describe, expect, it } from "vitest";
import { indicatorById } from "../indicators/registry.ts";
import { followingPeriod, nextRelease } from "./nextRelease.ts";
import { releaseDate } from "./releaseDate.ts";

const of = (id: string) => indicatorById(id)!;

describe("the publication rule dates a release", () => {
  it.each([
    ["cpi.yoy", "2025-03", "2025-04-09"],
    ["cpi.yoy", "2024-12", "2025-01-09"],
    ["pmi.manufacturing", "2025-02", "2025-02-28"],
    ["pmi.manufacturing", "2024-02", "2024-02-29"],
    ["pmi.manufacturing", "2025-03", "2025-03-31"],
    ["gdp.yoy", "2025-Q1", "2025-04-17"],
    ["gdp.ytd", "2024-01/P12M", "2025-01-17"],
    ["retail.yoy", "2025-01/P2M", "2025-03-16"],
    ["population.total", "2014", "2015-07-01"],
    ["shibor.overnight", "2025-05-30", "2025-05-30"],
    ["sim.job-postings.index", "2025-W20", "2025-05-21"],
  ])("%s of %s comes out on %s", (id, period, date) => {
    expect(releaseDate(of(id).update, period)).toBe(date);
  });
});

describe("what comes next", () => {
  it("after December is January for prices, January–February where the source combines them", () => {
    expect(followingPeriod(of("cpi.yoy"), "2024-12")).toBe("2025-01");
    expect(followingPeriod(of("iva.yoy"), "2024-12")).toBe("2025-01/P2M");
    expect(followingPeriod(of("iva.ytd-yoy"), "2024-01/P12M")).toBe("2025-01/P2M");
    expect(followingPeriod(of("iva.yoy"), "2025-01/P2M")).toBe("2025-03");
    expect(followingPeriod(of("gdp.ytd"), "2024-01/P12M")).toBe("2025-01/P3M");
  });

  it("after a Friday's rate is the next working day's, holidays left out", () => {
    expect(followingPeriod(of("shibor.overnight"), "2025-05-30")).toBe("2025-06-03");
  });

  it("has a date by the rule", () => {
    expect(nextRelease(of("cpi.yoy"), "2025-04")).toEqual({ period: "2025-05", date: "2025-06-09" });
  });

  it("is nothing for ratios announced only when they change and for discontinued series", () => {
    expect(nextRelease(of("rrr.large"), "2025-05-15")).toBeNull();
    expect(nextRelease(of("unemployment.age-16-24"), "2023-06")).toBeNull();
  });
});
