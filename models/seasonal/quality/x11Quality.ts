import { AppError } from "../../errors.ts";
import type { X11Result } from "../x11/x11.ts";
import { type IdentifiableSeasonality, identifiableSeasonality } from "./identifiableSeasonality.ts";
import { kruskalWallis } from "./kruskalWallis.ts";
import { movingSeasonalityTest } from "./movingSeasonalityTest.ts";
import { type MStatistics, mStatistics } from "./mStatistics.ts";
import { type QsStatistic, qsOfIrregular, qsOfSeries } from "./qsStatistic.ts";
import { residualSeasonality } from "./residualSeasonality.ts";
import { type FTest, stableSeasonality } from "./stableSeasonality.ts";
import { type SummaryMeasures, summaryMeasures } from "./summaryMeasures.ts";

/** Everything that says whether an X-11 adjustment is any good. */
export interface X11Quality {
  /** Stable seasonality of B3 (before anything is cleaned) and of D8. */
  stableB1: FTest;
  stableD8: FTest;
  movingD8: FTest;
  kruskalWallis: { h: number; df: number; p: number };
  identifiable: IdentifiableSeasonality;
  residual: { all: FTest; lastThreeYears: FTest | null };
  qs: Record<"original" | "adjusted" | "modifiedAdjusted" | "irregular" | "modifiedIrregular", QsStatistic>;
  measures: SummaryMeasures;
  statistics: MStatistics;
  /** Ī/C̄ of the last trend and Ī/S̄ of D9. */
  icRatio: number;
  isRatio: number;
}

/**
 * The diagnostics of X-13ARIMA-SEATS for an adjustment of `original` (without its extension): F tests of B1 and D8, the
 * combined test, F and QS for what season is left, tables F2 and F3. `differences` is d+D of the ARIMA model behind the
 * series, where there is one: QS differences as often, once or twice. Errors: a series, trend or irregular that does not
 * move, beside which nothing can be measured.
 */
export function x11Quality(original: Float64Array, result: X11Result, differences = 1): X11Quality {
  const { tables, plan } = result;
  const { period: m, mode } = plan;
  for (const [what, x] of [
    ["original without extremes", tables.e1],
    ["trend", tables.d12],
    ["irregular", tables.e3],
  ] as const)
    if (standsStill(x, mode === "add" ? largest(original) : 0))
      throw new AppError("invalid-input", `The ${what} is the same throughout: no quality to measure.`);
  const half = m / 2;
  const siMean = mode === "mult" || mode === "pseudoadd" ? 1 : 0;
  const finalMean = mode === "add" ? 0 : 1;
  const measures = summaryMeasures(original, result);
  const stableD8 = stableSeasonality(tables.d8, m);
  const movingD8 = movingSeasonalityTest(tables.d8, m, (plan.first + plan.from) % m, siMean);
  const ranks = kruskalWallis(tables.d8, m);
  const identifiable = identifiableSeasonality(stableD8, movingD8, ranks.p);
  const deviation = (x: Float64Array) => x.map((v) => v - finalMean);
  return {
    stableB1: stableSeasonality(result.b3.slice(half, result.b3.length - half), m),
    stableD8,
    movingD8,
    kruskalWallis: ranks,
    identifiable,
    residual: residualSeasonality(tables.d11, m),
    qs: {
      original: qsOfSeries(original, m, differences),
      adjusted: qsOfSeries(tables.d11, m, differences),
      modifiedAdjusted: qsOfSeries(tables.e2, m, differences),
      irregular: qsOfIrregular(deviation(tables.d13), m),
      modifiedIrregular: qsOfIrregular(deviation(tables.e3), m),
    },
    measures,
    statistics: mStatistics(result, measures, identifiable),
    icRatio: result.icRatio,
    isRatio: result.movingSeasonality.ratio,
  };
}

/** Whether a series differs by rounding only, beside its own size or that of what it was taken from. */
function standsStill(x: Float64Array, size: number): boolean {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const v of x) {
    least = Math.min(least, v);
    greatest = Math.max(greatest, v);
  }
  return greatest - least <= 1e-13 * Math.max(size, largest(x));
}

function largest(x: Float64Array): number {
  let most = 0;
  for (const v of x) most = Math.max(most, Math.abs(v));
  return most;
}
