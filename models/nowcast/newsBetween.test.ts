import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import type { FactorPanel } from "./factorPanel.ts";
import { type FittedFactorModel, fitFactorModel } from "./fitFactorModel.ts";
import { newsBetween } from "./newsBetween.ts";
import { nowcastOf } from "./nowcastOf.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";
import { everyRow, gappyPanel, START } from "./testFactorModel.ts";

const MONTHS = 48;
const drawn = everyRow(51);
const complete = gappyPanel(drawn, MONTHS, 0.05);
const n = drawn.model.series.length;
const fit = fitFactorModel(drawn.model, complete, { maxIterations: 4, start: drawn.parameters });
const last = START + MONTHS - 1;
const targets = [
  { series: "s6", month: last + 3 },
  { series: "s8", month: last },
  { series: "s4", month: last + 1 },
  { series: "s0", month: last },
];

/** A vintage without the newest figures, some of the older ones different, and with some that were withdrawn later. */
function earlierVintage(
  seed: number,
  released: number,
  revised: number,
  withdrawn: number,
): [FactorPanel, FactorPanel] {
  const random = randomSource(seed);
  const before = complete.values.slice();
  const after = complete.values.slice();
  for (let c = 0; c < before.length; c++) {
    if (Number.isNaN(before[c]!)) continue;
    const late = c > before.length - 6 * n;
    if (late && random.uniform() < released) before[c] = Number.NaN;
    else if (random.uniform() < revised) before[c] = before[c]! + 0.3 * random.normal();
    else if (late && random.uniform() < withdrawn) after[c] = Number.NaN;
  }
  return [
    { ...complete, values: before },
    { ...complete, values: after },
  ];
}

describe("news between two vintages", () => {
  it("adds up with revisions, parameters and specification to the whole change, for any two vintages", () => {
    const moved: FittedFactorModel = {
      ...fit,
      parameters: { ...fit.parameters, loadings: fit.parameters.loadings.map((l) => 1.05 * l) },
    };
    for (let seed = 1; seed <= 6; seed++) {
      const [before, after] = earlierVintage(seed, 0.5, seed % 2 === 0 ? 0.02 : 0, seed % 3 === 0 ? 0.1 : 0);
      const recent = seed > 3 ? moved : fit;
      const news = newsBetween({ fit, panel: before }, { fit: recent, panel: after }, targets);
      expect(Math.abs(news.targets[0]!.total.parameters) > 1e-6).toBe(seed > 3);
      news.targets.forEach((t, i) => {
        expect(Math.abs(t.residual)).toBeLessThan(1e-9);
        expect(t.before).toBeCloseTo(nowcastOf(fit, before, [targets[i]!])[0]!.mean, 10);
        expect(t.after).toBeCloseTo(nowcastOf(recent, after, [targets[i]!])[0]!.mean, 10);
        expect(t.total.specification).toBe(0);
        const bySeries = t.bySeries.reduce((s, g) => s + g.news + g.revisions, 0);
        expect(bySeries).toBeCloseTo(t.total.news + t.total.revisions, 9);
      });
    }
  });

  it("lists two releases of one series as two rows, and a release as expected moves nothing", () => {
    const before: FactorPanel = { ...complete, values: complete.values.slice() };
    const after: FactorPanel = { ...complete, values: complete.values.slice() };
    const cells = [43 * n, 44 * n];
    for (const c of cells) before.values[c] = Number.NaN;
    const asExpected = nowcastOf(
      fit,
      before,
      cells.map((c) => ({ series: "s0", month: START + Math.floor(c / n) })),
    );
    cells.forEach((c, i) => {
      after.values[c] = asExpected[i]!.mean;
    });
    const still = newsBetween({ fit, panel: before }, { fit, panel: after }, [targets[0]!]).targets[0]!;
    expect(still.releases.map((r) => [r.series, r.month])).toEqual([
      ["s0", START + 43],
      ["s0", START + 44],
    ]);
    expect(Math.abs(still.after - still.before)).toBeLessThan(1e-12);
    after.values[cells[0]!] = asExpected[0]!.mean + 1;
    const one = newsBetween({ fit, panel: before }, { fit, panel: after }, [targets[0]!]).targets[0]!;
    expect(one.releases[0]!.impact).toBeCloseTo(one.releases[0]!.weight, 10);
    expect(one.after - one.before).toBeCloseTo(one.releases[0]!.impact, 10);
  });

  it("gives the release of the target itself weight one, and nothing to the others", () => {
    const [before, after] = earlierVintage(9, 0.6, 0, 0);
    const cell = [...after.values.keys()].find(
      (c) => !Number.isNaN(after.values[c]!) && Number.isNaN(before.values[c]!),
    )!;
    const target = { series: `s${cell % n}`, month: START + Math.floor(cell / n) };
    const news = newsBetween({ fit, panel: before }, { fit, panel: after }, [target]).targets[0]!;
    for (const r of news.releases)
      expect(r.weight).toBeCloseTo(r.series === target.series && r.month === target.month ? 1 : 0, 9);
    expect(news.after).toBe(
      fit.standardisation.mean[cell % n]! +
        fit.standardisation.sd[cell % n]! *
          ((after.values[cell]! - fit.standardisation.mean[cell % n]!) / fit.standardisation.sd[cell % n]!),
    );
  });

  it("tells a change of model apart from a change of parameters", () => {
    const smaller = {
      ...drawn.model,
      series: drawn.model.series.filter((s) => s.id !== "s1"),
    };
    const without = {
      ...complete,
      values: complete.values.filter((_, c) => c % n !== 1),
    };
    const other = fitFactorModel(smaller, without, { maxIterations: 4 });
    const reestimated = {
      ...fit,
      parameters: { ...fit.parameters, rho: fit.parameters.rho.map((r) => 0.9 * r) },
    };
    const [before] = earlierVintage(3, 0.4, 0.01, 0);
    const news = newsBetween(
      { fit, panel: before },
      { fit: other, panel: without },
      [targets[0]!],
      reestimated,
    ).targets[0]!;
    expect(Math.abs(news.residual)).toBeLessThan(1e-9);
    expect(news.total.parameters).not.toBe(0);
    expect(news.total.specification).not.toBe(0);
    expect(news.revisions.some((r) => r.series === "s1" && r.after === null)).toBe(true);
  });

  it("between a vintage and itself is nothing", () => {
    const news = newsBetween({ fit, panel: complete }, { fit, panel: complete }, targets).targets;
    for (const t of news)
      expect([t.releases.length, t.revisions.length, t.after - t.before]).toEqual([0, 0, 0]);
  });
});

describe("densities", () => {
  it("cover the truth about as often as they say", () => {
    let hits = 0;
    let asked = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { panel } = simulateFactorModel(
        drawn.model,
        drawn.parameters,
        START,
        60,
        randomSource(900 + seed),
      );
      const known = { ...panel, values: panel.values.slice() };
      const cells = [59 * n + 6, 59 * n + 8, 58 * n, 58 * n + 3, 57 * n + 4];
      for (let c = 57 * n; c < 60 * n; c++)
        if (c % 2 === 0 || cells.includes(c)) known.values[c] = Number.NaN;
      const truth = {
        ...fit,
        parameters: drawn.parameters,
        standardisation: { mean: new Float64Array(n), sd: new Float64Array(n).fill(1) },
      };
      const told = nowcastOf(
        truth,
        known,
        cells.map((c) => ({ series: `s${c % n}`, month: START + Math.floor(c / n) })),
        [80],
      );
      told.forEach((f, i) => {
        const v = panel.values[cells[i]!]!;
        asked++;
        if (v >= f.intervals[0]!.lower && v <= f.intervals[0]!.upper) hits++;
      });
    }
    // 60 draws of coverage 0.8, somewhat dependent: three standard errors are about 0.16.
    expect(Math.abs(hits / asked - 0.8)).toBeLessThan(0.16);
  });
  it("of a published figure are the figure itself, and unknown series or months are refused", () => {
    const cell = [...complete.values.keys()].find((c) => c % n === 1 && !Number.isNaN(complete.values[c]!))!;
    const told = nowcastOf(fit, complete, [{ series: "s1", month: START + Math.floor(cell / n) }])[0]!;
    expect([told.published, told.sd]).toEqual([true, 0]);
    expect(told.mean).toBeCloseTo(complete.values[cell]!, 12);
    expect(() => nowcastOf(fit, complete, [{ series: "gdp", month: last }])).toThrow(/no series gdp/);
    expect(() => nowcastOf(fit, complete, [{ series: "s6", month: last - 1 }])).toThrow(/publishes nothing/);
  });
});
