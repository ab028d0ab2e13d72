import { AppError } from "../../errors.ts";

export interface RevisionHistoryOptions {
  period: number;
  /** How many figures the first vintage holds; from there on one more at a time. */
  first: number;
  /** Revisions in percent of the first estimate, or plain differences for an additive adjustment. */
  scale?: "ratio" | "difference";
}

export interface Revisions {
  /** Per period of y, final against first estimate; NaN before the first vintage's last period. */
  values: Float64Array;
  /** Mean, mean absolute and root mean square. */
  mean: number;
  meanAbsolute: number;
  rms: number;
  /** Mean absolute revision by season, from that of y[0]; NaN where a season has none. */
  bySeason: Float64Array;
}

export interface RevisionHistory {
  /** First estimates of the adjusted series: A(t|t). */
  concurrent: Float64Array;
  /** Estimates from all figures: A(t|n). */
  final: Float64Array;
  level: Revisions;
  /** Of the change from the period before, first estimated from the same vintage. */
  change: Revisions;
}

/**
 * How first estimates are revised: with A(t|s) the adjusted figure of t from data to s,
 *   level  R(t) = 100 (A(t|n) − A(t|t)) / A(t|t)
 *   change R(t) = 100 [A(t|n)/A(t−1|n) − A(t|t)/A(t−1|t)]
 * for t from the first vintage to the last but one. `adjust` gets the figures y[0] … y[s] and returns their adjusted
 * series. Errors: a first vintage that leaves nothing to be revised.
 * Findley, Monsell, Bell, Otto & Chen (1998), New capabilities of X-12-ARIMA, JBES 16, §3.3.
 */
export function revisionHistory(
  y: Float64Array,
  options: RevisionHistoryOptions,
  adjust: (part: Float64Array) => Float64Array,
): RevisionHistory {
  const n = y.length;
  const { first, period } = options;
  if (!Number.isInteger(first) || first < 2 || first >= n)
    throw new AppError(
      "not-enough-data",
      `A history from vintage ${first} on needs more than that many figures; there are ${n}.`,
    );
  const ratio = (options.scale ?? "ratio") === "ratio";
  const change = (a: Float64Array, t: number) => (ratio ? 100 * (a[t]! / a[t - 1]! - 1) : a[t]! - a[t - 1]!);
  const concurrent = new Float64Array(n).fill(Number.NaN);
  const firstChange = new Float64Array(n).fill(Number.NaN);
  let final = new Float64Array(0) as Float64Array;
  for (let s = first; s <= n; s++) {
    final = adjust(y.slice(0, s));
    concurrent[s - 1] = final[s - 1]!;
    firstChange[s - 1] = change(final, s - 1);
  }
  const level = new Float64Array(n).fill(Number.NaN);
  const changes = new Float64Array(n).fill(Number.NaN);
  for (let t = first - 1; t < n - 1; t++) {
    const revised = final[t]! - concurrent[t]!;
    level[t] = ratio ? (100 * revised) / concurrent[t]! : revised;
    changes[t] = change(final, t) - firstChange[t]!;
  }
  return { concurrent, final, level: summarise(level, period), change: summarise(changes, period) };
}

function summarise(values: Float64Array, period: number): Revisions {
  const absolute = new Float64Array(period);
  const counts = new Float64Array(period);
  let sum = 0;
  let squares = 0;
  let count = 0;
  values.forEach((v, t) => {
    if (Number.isNaN(v)) return;
    sum += v;
    squares += v * v;
    count++;
    absolute[t % period]! += Math.abs(v);
    counts[t % period]!++;
  });
  return {
    values,
    mean: sum / count,
    meanAbsolute: absolute.reduce((a, b) => a + b, 0) / count,
    rms: Math.sqrt(squares / count),
    bySeason: absolute.map((v, j) => (counts[j]! > 0 ? v / counts[j]! : Number.NaN)),
  };
}
