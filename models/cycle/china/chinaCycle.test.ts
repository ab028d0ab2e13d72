import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { heads } from "../../indicators/registry.ts";
import { asOf } from "../../series/asOf.ts";
import type { StoredObservation } from "../../series/observation.ts";
import { periodOfSlot, slotOf } from "../../series/period.ts";
import { type Series, seriesOf } from "../../series/series.ts";
import { testSeries } from "../../series/testSeries.ts";
import { chinaCycle } from "./chinaCycle.ts";
import { cycleFrame } from "./cycleFrame.ts";
import { CYCLE_GROUPS } from "./cycleMember.ts";
import { COMPOSITE_METHODS } from "./groupComposites.ts";
import { monthlyFigures } from "./monthlyFigures.ts";
import { SIC_2021 } from "./presets.ts";
import { screenCandidates } from "./screenCandidates.ts";

const FIGURES = join(import.meta.dirname, "../../../seed/figures");
const TABLES = ["pmi", "money", "confidence", "industry", "fiscal", "retail", "trade", "ppi", "cpi"];
const MEMBERS = CYCLE_GROUPS.flatMap((g) => SIC_2021.groups[g].map((m) => m.indicator));

const HISTORY = new Map<string, StoredObservation[]>(MEMBERS.map((id) => [id, []]));
for (const table of TABLES)
  for (const line of readFileSync(join(FIGURES, `${table}.csv`), "utf8")
    .trim()
    .split("\n")
    .slice(1)) {
    const [indicator = "", region = "", period = "", value = "", , , vintage = ""] = line.split(",");
    HISTORY.get(indicator)?.push({
      indicator,
      region,
      period,
      value: value === "" ? null : Number(value),
      status: "normal",
      reason: null,
      vintage,
      vintageBasis: "publication-rule",
      load: 1,
      loadedAt: "2025-07-15T00:00:00.000Z",
    });
  }

const read = (day: string, history = HISTORY): Series[] =>
  MEMBERS.map((id) => seriesOf({ ...heads(id), region: "CHN" }, asOf(history.get(id)!, day)));

const NOW = read("2025-05-31");
const RUNS = Object.fromEntries(COMPOSITE_METHODS.map((m) => [m, chinaCycle(SIC_2021, NOW, m)]));

describe("the cycle of China on the shipped figures", () => {
  test.each(COMPOSITE_METHODS)("%s: the coincident index has its troughs of 2008–09 and 2020", (method) => {
    const { groups, firstSlot } = RUNS[method]!;
    const troughs = groups.coincident.turns
      .filter((t) => t.kind === "trough")
      .map((t) => periodOfSlot(firstSlot + t.at, "M"));
    const near = (month: string, by: number) =>
      troughs.some((t) => Math.abs(slotOf(t, "M") - slotOf(month, "M")) <= by);
    expect(near("2020-02", method === "oecd" ? 2 : 1)).toBe(true);
    expect(near("2009-01", 2)).toBe(true);
  });

  test.each(COMPOSITE_METHODS)("%s: contributions add up, the last turn is provisional", (method) => {
    const { groups, length } = RUNS[method]!;
    for (const group of CYCLE_GROUPS) {
      const { index, contributions, turns, clock, phases } = groups[group];
      for (let t = 1; t < length; t++) {
        const sum = contributions.reduce((s, row) => s + row[t]!, 0);
        const change = (200 * (index[t]! - index[t - 1]!)) / (index[t]! + index[t - 1]!);
        expect(sum).toBeCloseTo(method === "oecd" ? index[t]! - 100 : change, 8);
      }
      expect(turns.at(-1)!.provisional).toBe(true);
      expect(turns.at(-1)!.survival).not.toBeNull();
      expect(turns[0]!.provisional).toBe(false);
      expect(clock).toHaveLength(length);
      expect(phases).toHaveLength(length);
    }
  });

  test("what came out after the day changes nothing", () => {
    const day = "2019-06-30";
    const cut = new Map([...HISTORY].map(([id, all]) => [id, all.filter((o) => o.vintage <= day)]));
    expect(chinaCycle(SIC_2021, read(day), "oecd")).toEqual(chinaCycle(SIC_2021, read(day, cut), "oecd"));
    const { firstSlot, length } = cycleFrame(SIC_2021, read(day));
    expect(periodOfSlot(firstSlot + length - 1, "M")).toBe("2019-05");
  });

  test("the managers' survey leads industrial output, producer prices lag it, and the reference agrees with itself at lag 0", () => {
    const frame = cycleFrame(SIC_2021, NOW);
    const all = CYCLE_GROUPS.flatMap((g) => frame.groups[g]);
    const reference = all.find((m) => m.indicator === SIC_2021.reference)!.values;
    const table = screenCandidates(all, reference);
    const of = (id: string) => table.find((s) => s.indicator === id)!;
    expect(of("iva.yoy").correlation).toMatchObject({ lag: 0 });
    expect(of("iva.yoy").correlation!.value).toBeCloseTo(1, 12);
    expect(of("iva.yoy").information!.lag).toBe(0);
    expect(of("ppi.yoy").correlation!.lag).toBeGreaterThan(0);
    expect(of("pmi.manufacturing").correlation!.lag).toBeLessThan(0);
    expect(of("pmi.manufacturing").information!.lag).toBeLessThan(0);
  });
});

describe("figures month by month", () => {
  const member = { indicator: "example.level" };

  test("January and February published as one stand for both, a gap is bridged and marked", () => {
    const base = testSeries("2019-12", [1, null, 5, null, 7]);
    const series = { ...base, periods: base.periods.map((p) => (p === "2020-02" ? "2020-01/P2M" : p)) };
    const { values, bridged } = monthlyFigures(series, member);
    expect([...values]).toEqual([1, 5, 5, 6, 7]);
    expect([...bridged]).toEqual([0, 0, 0, 1, 0]);
  });

  test("a series that begins with January–February begins in January", () => {
    const base = testSeries("2020-02", [5, 6]);
    const { firstSlot, values } = monthlyFigures({ ...base, periods: ["2020-01/P2M", "2020-03"] }, member);
    expect(firstSlot).toBe(slotOf("2020-01", "M"));
    expect([...values]).toEqual([5, 5, 6]);
  });

  test("the festival is shared between its months; a January alone waits", () => {
    const festival = { ...member, festival: true as const };
    expect([...monthlyFigures(testSeries("2019-12", [1, 20, -10, 4]), festival).values]).toEqual([
      1, 5, 5, 4,
    ]);
    expect([...monthlyFigures(testSeries("2019-12", [1, 20]), festival).values]).toEqual([1]);
  });

  test("bad news is turned over; a member without figures and a missing member are named", () => {
    const inverted = { ...member, inverted: true as const };
    expect([...monthlyFigures(testSeries("2020-03", [1, 2]), inverted).values]).toEqual([-1, -2]);
    expect(() => monthlyFigures(testSeries("2020-03", [null]), member)).toThrow(/no figure/);
    expect(() => cycleFrame(SIC_2021, [])).toThrow(/not handed in: pmi\.manufacturing/);
  });
});
