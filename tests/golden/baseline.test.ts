import { beforeAll, describe, expect, it } from "vitest";
import type { Golden } from "./readGolden.ts";
import { savedGolden } from "./savedGolden.ts";
import { seededGolden } from "./seededGolden.ts";

describe("the seeded baseline", () => {
  let now: Golden;
  const saved = savedGolden();
  beforeAll(async () => {
    now = await seededGolden();
  });

  it("stands on the day it was accepted for", () => expect(now.asOf).toBe(saved.asOf));

  it("opened as many alerts by rule and year as accepted", () => {
    expect(now.alertsByRuleAndYear).toEqual(saved.alertsByRuleAndYear);
  });

  it("tells the same past of alerts", () => expect(now.alerts).toEqual(saved.alerts));

  it("shows the same lights for the last 24 months", () => expect(now.lights).toEqual(saved.lights));

  it("draws the same path of the warning indexes", () => expect(now.index).toEqual(saved.index));

  it("says the same sentences on the cockpit", () => expect(now.headlines).toEqual(saved.headlines));

  it("judged the worst days as accepted", () => expect(now.critical).toEqual(saved.critical));

  it("dates the cycles, composites and turns as accepted", () => {
    expect(now.analyses.turns).toEqual(saved.analyses.turns);
    expect(now.analyses.composites).toEqual(saved.analyses.composites);
  });

  it("nowcasts as accepted: path, news, record", () => {
    expect(now.analyses.nowcastPaths).toEqual(saved.analyses.nowcastPaths);
    expect(now.analyses.nowcastNews).toEqual(saved.analyses.nowcastNews);
    expect(now.analyses.nowcastRecords).toEqual(saved.analyses.nowcastRecords);
  });

  it("tells events, probabilities and heat as accepted", () => {
    expect(now.analyses.events).toEqual(saved.analyses.events);
    expect(now.analyses.probabilities).toEqual(saved.analyses.probabilities);
    expect(now.analyses.heat).toEqual(saved.analyses.heat);
  });

  it.each(["sic-2021/conference-board", "sic-2021/oecd", "sic-2021/textbook"])(
    "by %s the coincident index has its troughs near the turn of 2008 to 2009 and in February or March of 2020",
    (subject) => {
      const turns = now.analyses.turns[subject]!.coincident!;
      expect(turns).toMatch(/(2008-1[12]|2009-0[12]) trough/);
      expect(turns).toMatch(/2020-0[23] trough/);
    },
  );

  it.each([
    "2020-02-29 · pmi-below-50 · pmi.manufacturing · cold · 2020-02: 35.7",
    "2020-04-30 · gdp-growth · gdp.yoy · cold · 2020-Q1: -6.8",
    "2021-11-30 · ppi-level · ppi.yoy · hot · 2021-10: 13.5",
  ])("remembers %s", (line) => {
    expect(now.critical).toContain(line);
  });
});
