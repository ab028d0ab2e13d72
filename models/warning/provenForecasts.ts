import type { BacktestPoint } from "../forecast/backtestContract.ts";
import { benchmarkOf } from "../forecast/benchmarkOf.ts";
import { meanAbsoluteError } from "../forecast/evaluate.ts";
import { groupAsOf, type PointGroup } from "../forecast/pointGroup.ts";
import { recordOf } from "../forecast/recordOf.ts";
import { standingOf } from "../forecast/standingOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { Frequency } from "../series/frequency.ts";
import type { ForecastView } from "./contract.ts";

/** A forecast as it was made on a day. */
export type DatedForecast = Omit<ForecastView, "record">;

/** An 80 % interval of a normal variable reaches this many standard deviations to each side: Φ⁻¹(0.9). */
const Z80 = 1.2815515655446004;

/** Standard deviations behind central 80 % intervals. */
export function sdOf80(lower: readonly number[], upper: readonly number[]): number[] {
  return lower.map((low, h) => (upper[h]! - low) / (2 * Z80));
}

/**
 * What the best proven model said of one series, as someone knew it on a day: a model is proven at a horizon while it is in
 * good standing (`standingOf`: over enough origins it beats the benchmark in RMSE, and has not lost its edge lately) and
 * beats the benchmark in mean absolute error too (one great shock alone proves nothing); of several the one that beat it
 * most in RMSE. Targets are scored by the figures of the day; verdicts of a later day are not looked at.
 *
 * `points` are back-test points of the series, all models and horizons; `made` are forecasts kept from real runs.
 */
export function provenForecasts(
  frequency: Frequency,
  horizon: number,
  points: readonly BacktestPoint[],
  made: readonly DatedForecast[],
): (day: IsoDate) => ForecastView | null {
  const byModel = groupBy(
    points.filter((p) => p.horizon === horizon),
    (p) => p.model,
  );
  const said = groupBy([...dated(points), ...made], (f) => f.model);
  const proven = (
    record: readonly BacktestPoint[],
    day: IsoDate,
  ): { group: PointGroup; relative: number }[] => {
    const { model, modelVersion, indicator, region } = record[0]!;
    const group = groupAsOf({ model, modelVersion, indicator, region, horizon }, record, day);
    const { state, all } = standingOf(group, frequency);
    return state === "good" && all !== null && beatsInMean(group) ? [{ group, relative: all }] : [];
  };
  return (day) => {
    let best: { group: PointGroup; relative: number } | null = null;
    for (const points of byModel.values())
      for (const found of proven(points, day)) if (!best || found.relative < best.relative) best = found;
    const record = best && recordOf(best.group, frequency);
    if (!record) return null;
    const mine = (said.get(record.model) ?? []).filter((f) => f.asOf <= day);
    const newest = mine.reduce<DatedForecast | null>((a, b) => (a && a.asOf > b.asOf ? a : b), null);
    return newest && { ...newest, record };
  };
}

/** Whether the mean absolute error over the figures known is below the benchmark's. */
function beatsInMean(group: PointGroup): boolean {
  const known = group.actual.flatMap((a, i) => (Number.isNaN(a) ? [] : [i]));
  const benchmark = benchmarkOf(group);
  const error = (said: readonly number[]): number =>
    meanAbsoluteError(
      known.map((i) => group.actual[i]!),
      known.map((i) => said[i]!),
    );
  return error(group.predicted) < error(benchmark);
}

/** The forecasts behind back-test points: one per model and origin, at the horizons tried. */
function dated(points: readonly BacktestPoint[]): DatedForecast[] {
  const groups = groupBy(points, (p) => `${p.model} ${p.origin}`);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.horizon - b.horizon);
    const { model, originAsOf } = sorted[0]!;
    return {
      model,
      asOf: originAsOf,
      periods: sorted.map((p) => p.target),
      mean: sorted.map((p) => p.predicted),
      sd: sdOf80(
        sorted.map((p) => p.lower80),
        sorted.map((p) => p.upper80),
      ),
    };
  });
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}
