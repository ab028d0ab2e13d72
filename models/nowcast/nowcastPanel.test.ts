import { describe, expect, it } from "vitest";
import type { Series } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { expectationStep, workspaceOf } from "./expectationStep.ts";
import type { FactorModel, FactorParameters } from "./factorModel.ts";
import { standardise } from "./factorPanel.ts";
import { fitFactorModel } from "./fitFactorModel.ts";
import type { MeasurementRow } from "./measurementRow.ts";
import { newsBetween } from "./newsBetween.ts";
import { nowcastOf } from "./nowcastOf.ts";
import { nowcastPanel } from "./nowcastPanel.ts";
import { simulateFactorModel } from "./simulateFactorModel.ts";
import { stateLayout } from "./stateLayout.ts";
import { START } from "./testFactorModel.ts";

const MONTHS = 144;
const SHARES = [5, 4, 7, 8, 8, 9, 8, 8, 9, 10, 11, 13];

/** A Chinese panel: the factor drives monthly rates, some published for January and February together, running totals, GDP. */
function drawnRows(rows: readonly MeasurementRow[], seed: number) {
  const n = rows.length;
  const model: FactorModel = {
    blocks: [{ name: "global", factors: 1, order: 1 }],
    series: rows.map((row, i) => ({ id: `s${i}`, row, blocks: ["global"], idiosyncratic: "ar1" })),
  };
  const parameters: FactorParameters = {
    loadings: new Float64Array(n).fill(0.8),
    transition: [Float64Array.of(0.85)],
    innovation: [Float64Array.of(1 - 0.85 ** 2)],
    rho: new Float64Array(n).fill(0.3),
    variance: new Float64Array(n).fill(0.3),
  };
  return { model, parameters, ...simulateFactorModel(model, parameters, START, MONTHS, randomSource(seed)) };
}

/** A column of a panel as the series that a source would publish. */
function published(values: Float64Array, n: number, i: number, row: MeasurementRow): Series {
  const column = Array.from({ length: MONTHS }, (_, t) => values[t * n + i]!);
  const cells = column.map((v) => (Number.isNaN(v) ? null : v));
  const head = { indicator: `s${i}`, unit: "percent" };
  if (row.kind === "quarterly-mean")
    return testSeries(
      "2010-Q1",
      cells.filter((_, t) => t % 3 === 2),
      { ...head, frequency: "Q" },
    );
  if (row.kind === "year-to-date")
    return testSeries("2010-01/P1M", cells, { ...head, basis: "year-to-date" });
  const series = testSeries("2010-01", cells, head);
  if (row.kind !== "january-february") return series;
  return { ...series, periods: series.periods.map((p, t) => (t % 12 === 1 ? `${p.slice(0, 4)}-01/P2M` : p)) };
}

describe("a panel of Chinese series", () => {
  const rows: MeasurementRow[] = [
    ...Array.from({ length: 4 }, (): MeasurementRow => ({ kind: "monthly" })),
    ...Array.from({ length: 5 }, (): MeasurementRow => ({ kind: "january-february", since: START })),
    { kind: "year-to-date", shares: SHARES },
    { kind: "year-to-date", shares: SHARES },
    { kind: "quarterly-mean" },
  ];
  const n = rows.length;
  const drawn = drawnRows(rows, 61);
  const inputs = rows.map((row, i) => ({
    series: published(drawn.panel.values, n, i, row),
    id: `s${i}`,
    ...(row.kind === "year-to-date" ? { row } : {}),
  }));
  const built = nowcastPanel(inputs);

  it("holds every figure where its row reads it, and January empty where it comes with February", () => {
    expect(built.panel.start).toBe(START);
    expect([...built.panel.values]).toEqual([...drawn.panel.values]);
    expect(built.model.series.map((s) => s.row.kind)).toEqual(rows.map((r) => r.kind));
    expect(Number.isNaN(built.panel.values[4]!)).toBe(true);
  });

  it("keeps the factor's path: a combined January–February tells the truth better than a wrong February", () => {
    const error = (model: FactorModel): number => {
      const values = standardise(built.panel, { mean: new Float64Array(n), sd: new Float64Array(n).fill(1) });
      const layout = stateLayout(model, START, MONTHS, values, "lean");
      const e = expectationStep(workspaceOf(layout), drawn.parameters, values);
      let squares = 0;
      layout.windows.forEach((t, w) => {
        for (let l = 0; l < 3; l++)
          if ((t - l) % 12 < 3) squares += (e.mean[w * layout.lags + l]! - drawn.factors[t - l]!) ** 2;
      });
      return Math.sqrt(squares / (MONTHS / 4));
    };
    const wrong: FactorModel = {
      ...built.model,
      series: built.model.series.map((s) =>
        s.row.kind === "january-february" ? { ...s, row: { kind: "monthly" } } : s,
      ),
    };
    expect(error(built.model)).toBeLessThan(error(wrong));
    expect(error(built.model)).toBeLessThan(0.45);
  });

  it("tells December's running total from its months: the nowcast lies between the running total and what remains open", () => {
    const fit = fitFactorModel(built.model, built.panel, { maxIterations: 15 });
    const open = { ...built.panel, values: built.panel.values.slice() };
    const last = MONTHS - 1;
    for (let i = 0; i < n; i++) open.values[last * n + i] = Number.NaN;
    const told = nowcastOf(fit, open, [{ series: "s9", month: START + last }], [95])[0]!;
    const truth = built.panel.values[last * n + 9]!;
    const running = built.panel.values[(last - 1) * n + 9]!;
    // Eleven twelfths of the year are known: the whole year cannot be far from them, nor the interval wide.
    expect(Math.abs(told.mean - running)).toBeLessThan(0.6);
    expect(told.sd).toBeLessThan(0.3);
    expect(Math.abs(told.mean - truth)).toBeLessThan(4 * told.sd);
  });

  it("takes weeks as the mean of those that ended in the month, and says how many", () => {
    const weekly = testSeries(
      "2010-W01",
      Array.from({ length: 60 }, (_, i) => i),
      { indicator: "coal", frequency: "W" },
    );
    const { model, panel } = nowcastPanel([
      { series: weekly, id: "w" },
      { series: inputs[0]!.series, id: "m" },
    ]);
    expect(model.series[0]).toMatchObject({ row: { kind: "weekly-mean" }, idiosyncratic: "white" });
    // Weeks 1 to 4 of 2010 end on 10, 17, 24 and 31 January.
    expect([panel.values[0], panel.counts![0]]).toEqual([1.5, 4]);
    expect([panel.values[2], panel.counts![2]]).toEqual([5.5, 4]);
  });

  it("lets a week's news count: the same figure over four weeks moves the nowcast more than over one", () => {
    const rate = built.panel.values;
    const weeks = Float64Array.from({ length: MONTHS }, (_, t) => 0.8 * drawn.factors[t]!);
    const model: FactorModel = {
      ...built.model,
      series: [
        ...built.model.series.slice(0, 4),
        { id: "coal", row: { kind: "weekly-mean" }, blocks: ["global"], idiosyncratic: "white" },
      ],
    };
    const months = MONTHS - 1;
    const noise = randomSource(77);
    const panelOf = (count: number | null) => {
      const values = new Float64Array(MONTHS * 5).fill(Number.NaN);
      const counts = new Float64Array(MONTHS * 5).fill(1);
      for (let t = 0; t < MONTHS; t++) {
        if (t < months) for (let i = 0; i < 4; i++) values[t * 5 + i] = rate[t * n + i]!;
        if (t < months || count !== null)
          values[t * 5 + 4] = t < months ? weeks[t]! + 0.3 * noise.normal() : 3;
        counts[t * 5 + 4] = t < months ? 4 : (count ?? 1);
      }
      return { start: START, months: MONTHS, values, counts };
    };
    const before = panelOf(null);
    const fit = fitFactorModel(model, before, { maxIterations: 20 });
    const moved = [1, 4].map((count) => {
      const after = { ...panelOf(count), values: before.values.slice() };
      after.values[months * 5 + 4] = 3;
      const news = newsBetween({ fit, panel: before }, { fit, panel: after }, [
        { series: "s0", month: START + months },
      ]);
      expect(Math.abs(news.targets[0]!.residual)).toBeLessThan(1e-9);
      expect(news.targets[0]!.releases.map((r) => r.series)).toEqual(["coal"]);
      return news.targets[0]!.total.news;
    });
    expect(moved[0]!).toBeGreaterThan(0);
    expect(moved[1]!).toBeGreaterThan(moved[0]!);
    const vintage = (count: number, value: number) => {
      const values = before.values.slice();
      const counts = before.counts.slice();
      values[months * 5 + 4] = value;
      counts[months * 5 + 4] = count;
      return { fit, panel: { ...before, values, counts } };
    };
    const second = newsBetween(vintage(2, 3), vintage(3, 2), [{ series: "s0", month: START + months }])
      .targets[0]!;
    expect(Math.abs(second.residual)).toBeLessThan(1e-9);
    expect([second.revisions.map((r) => r.after), second.releases.map((r) => r.series)]).toEqual([
      [null],
      ["coal"],
    ]);
  });

  it("refuses what no row reads", () => {
    const yearly = testSeries("2010", [1, 2], { frequency: "A" });
    expect(() => nowcastPanel([{ series: yearly }])).toThrow(/annual/);
    expect(() => nowcastPanel([{ series: inputs[4]!.series, row: { kind: "monthly" } }])).toThrow(
      /two months/,
    );
    expect(() => nowcastPanel([{ series: testSeries("2010-01", [null, null]) }])).toThrow(/no series/);
  });
});
