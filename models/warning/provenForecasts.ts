import type { BacktestPoint } from "../forecast/backtestContract.ts";
import { meanAbsoluteError, relativeError } from "../forecast/evaluate.ts";
import { LEAST_ORIGINS } from "../forecast/gate.ts";
import type { IsoDate } from "../series/date.ts";
import type { Frequency } from "../series/frequency.ts";
import type { Period } from "../series/period.ts";
import type { ForecastView } from "./contract.ts";

/** A forecast as it was made on a day. */
export interface DatedForecast extends ForecastView {
  asOf: IsoDate;
}

/** An 80 % interval of a normal variable reaches this many standard deviations to each side: Φ⁻¹(0.9). */
const Z80 = 1.2815515655446004;

/** Standard deviations behind central 80 % intervals. */
export function sdOf80(lower: readonly number[], upper: readonly number[]): number[] {
  return lower.map((low, h) => (upper[h]! - low) / (2 * Z80));
}

/**
 * What the best proven model said of one series, as someone knew it on a day: a model is proven at a horizon
 * when, over enough origins whose target had come out by that day, it beat the benchmark both in RMSE and in
 * mean absolute error (one great shock alone proves nothing); of several the one that beat it most in RMSE.
 * Gates of a later day are not looked at.
 * (Targets are scored by the figure known today: a revision since then is the only thing that day did not know.)
 *
 * `points` are back-test points of the series, all models and horizons; `made` are forecasts kept from real runs.
 */
export function provenForecasts(
  frequency: Frequency,
  horizon: number,
  points: readonly BacktestPoint[],
  made: readonly DatedForecast[],
): (day: IsoDate) => ForecastView | null {
  const known = new Map(points.map((p): [Period, IsoDate] => [p.origin, p.originAsOf]));
  const byModel = groupBy(
    points.filter((p) => p.horizon === horizon),
    (p) => p.model,
  );
  const said = groupBy([...dated(points), ...made], (f) => f.model);
  const relative = (record: readonly BacktestPoint[], day: IsoDate): number | null => {
    const scored = record.filter((p) => (known.get(p.target) ?? "9999") <= day);
    if (scored.length < LEAST_ORIGINS[frequency]) return null;
    const actual = scored.map((p) => p.actual);
    const predicted = scored.map((p) => p.predicted);
    const naive = scored.map((p) => p.naive);
    if (meanAbsoluteError(actual, predicted) >= meanAbsoluteError(actual, naive)) return null;
    return relativeError(actual, predicted, naive);
  };
  return (day) => {
    let best: { model: string; relative: number } | null = null;
    for (const [model, record] of byModel) {
      const ratio = relative(record, day);
      if (ratio !== null && ratio < 1 && (!best || ratio < best.relative)) best = { model, relative: ratio };
    }
    if (!best) return null;
    const mine = (said.get(best.model) ?? []).filter((f) => f.asOf <= day);
    return mine.reduce<DatedForecast | null>((a, b) => (a && a.asOf > b.asOf ? a : b), null);
  };
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
