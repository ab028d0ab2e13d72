import { describe, expect, it } from "vitest";
import { indicatorById, MAINLAND_PROVINCES } from "../../models/indicators/registry.ts";
import { aggregateProjects } from "./aggregateProjects.ts";
import { SIMULATED_DOCUMENTS } from "./documents.ts";
import { simulatePlatforms } from "./platforms.ts";
import { projectRegister } from "./projectRegister.ts";

const UNTIL = "2021-03-31";

describe("simulated platform data", () => {
  const rows = simulatePlatforms(UNTIL);
  const of = (id: string) => rows.filter((r) => r.indicator === id);

  it("are only of indicators marked as simulated", () => {
    expect(rows.filter((r) => !indicatorById(r.indicator)?.simulated)).toEqual([]);
  });

  it("average 100 in 2019", () => {
    for (const id of ["sim.job-postings.index", "sim.truck-traffic.index", "sim.e-invoice.index"]) {
      const base = of(id).filter((r) => r.period.startsWith("2019"));
      expect(base.reduce((sum, r) => sum + r.value, 0) / base.length).toBeCloseTo(100, 1);
    }
  });

  it("fall at the Spring Festival: trucks of New Year's Day 2021 below half of two months later", () => {
    const at = (day: string) => of("sim.truck-traffic.index").find((r) => r.period === day)!.value;
    expect(at("2021-02-12")).toBeLessThan(0.5 * at("2021-03-25"));
  });

  it("end with what had come out by the day asked for", () => {
    expect(rows.filter((r) => r.vintage > UNTIL)).toEqual([]);
    expect(of("sim.e-invoice.index").at(-1)?.period).toBe("2021-02");
    expect(of("sim.truck-traffic.index").at(-1)?.period).toBe("2021-03-30");
  });

  it("do not change their past when asked for a later day", () => {
    const later = simulatePlatforms("2021-06-30");
    expect(later.filter((r) => r.vintage <= UNTIL)).toEqual(rows);
  });
});

describe("the simulated project register", () => {
  const projects = projectRegister(20, "2019-01-01", UNTIL);
  const rows = aggregateProjects(projects, UNTIL);
  const value = (indicator: string, region: string, period: string) =>
    rows.find((r) => r.indicator === indicator && r.region === region && r.period === period)!.value;

  it("adds up: the provinces to the nation, the nation to the register", () => {
    const period = "2020-05";
    const begun = projects.filter((p) => p.started === 2020 * 12 + 4);
    expect(value("sim.projects.started", "CHN", period)).toBe(begun.length);
    const provinces = MAINLAND_PROVINCES.map((r) => value("sim.projects.started", r, period));
    expect(provinces.reduce((a, b) => a + b, 0)).toBe(begun.length);
    const planned = begun.reduce((sum, p) => sum + p.planned, 0);
    expect(value("sim.projects.planned-investment", "CHN", period)).toBeCloseTo(planned, 0);
  });

  it("says zero where nothing happened, and nothing of months not yet out", () => {
    expect(value("sim.projects.stalled", "540000", "2019-01")).toBe(0);
    expect(rows.filter((r) => r.period >= "2021-03")).toEqual([]);
  });

  it("begins less in the month of the Spring Festival than in March", () => {
    expect(value("sim.projects.started", "CHN", "2020-01")).toBeLessThan(
      value("sim.projects.started", "CHN", "2020-03"),
    );
  });

  it("numbers its projects once", () => {
    expect(new Set(projects.map((p) => p.id)).size).toBe(projects.length);
  });
});

describe("simulated documents", () => {
  it.each(Object.keys(SIMULATED_DOCUMENTS))(
    "%s is the same to the byte at every writing, and marked",
    (path) => {
      const write = SIMULATED_DOCUMENTS[path]!;
      const text = write(UNTIL);
      expect(write(UNTIL)).toBe(text);
      const lines = text.trim().split("\n").slice(1);
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.filter((l) => !l.startsWith("sim.") || !l.endsWith(",simulated"))).toEqual([]);
    },
  );
});
