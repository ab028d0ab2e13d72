import { AppError } from "../errors.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { type BreakInterval, breakIntervals } from "./breakIntervals.ts";
import { checkedRows } from "./recursiveResiduals.ts";
import { regimes } from "./regimes.ts";
import { segmentSquares } from "./segmentSquares.ts";

export interface BaiPerronOptions {
  /** Shortest regime: a share of n below 1, else a number of observations. */
  h?: number;
  /** Most breaks looked for; as many as fit otherwise, less one. */
  breaks?: number;
}

export interface Partition {
  /** Last observation of each regime but the last, counted from 1. */
  breaks: readonly number[];
  rss: number;
  /** n (log 2π + log(rss/n) + 1) + log n · (k + 1)(m + 1); −∞ for regimes that leave no errors. */
  bic: number;
}

export interface BaiPerron {
  /** The best partition with 0, 1, 2 … breaks. */
  partitions: readonly Partition[];
  /** The one with the lowest BIC. */
  chosen: Partition;
  /** β̂ of each regime of a partition. */
  coefficients(partition: Partition): Float64Array[];
  /** Bai's (1997) intervals for the dates of a partition; `level` in percent. */
  intervals(partition: Partition, level?: number): readonly BreakInterval[];
}

/**
 * Several breaks at unknown dates: among all partitions into regimes of at least h observations, the one with the least
 * sum of squares, for each number of breaks, by dynamic programming.
 *   S(m, t) = min_{j} S(m−1, j) + RSS(j+1, t)
 * All coefficients change. Throws AppError("invalid-input") for a shortest regime not longer than k or a y that a single
 * regime fits perfectly,
 * ("not-enough-data") where not even one break fits. Bai & Perron (2003), Journal of Applied Econometrics 18; Yao (1988)
 * for BIC.
 */
export function baiPerron(y: ArrayLike<number>, x: Matrix, options: BaiPerronOptions = {}): BaiPerron {
  checkedRows(x, y, "break dates");
  const { rows: n, cols: k } = x;
  const h = shortestRegime(options.h ?? 0.15, n, k);
  const room = Math.floor(n / h) - 1;
  const most = Math.min(room, options.breaks ?? Math.max(1, Math.ceil(n / h) - 2));
  if (room < 1)
    throw new AppError(
      "not-enough-data",
      `one break with regimes of ${h} observations needs ${2 * h}; found ${n}`,
    );
  const squares = segmentSquares(x, y, h);
  const rss = (i: number, j: number): number => squares[i]![j - i]!;
  const whole = rss(0, n - 1);
  if (!(whole > 0 && Number.isFinite(whole)))
    throw new AppError(
      "invalid-input",
      `break dates need errors with finite squares; those of one regression over the whole sample come to ${whole}`,
    );
  // best[m][t]: least squares of rows 0 … t in m + 1 regimes; last[m][t]: the row its previous regime ends with.
  const best: Float64Array[] = [Float64Array.from({ length: n }, (_, t) => rss(0, t))];
  const last: Int32Array[] = [new Int32Array(n)];
  for (let m = 1; m <= most; m++) {
    const now = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(n);
    const before = best[m - 1]!;
    for (let t = (m + 1) * h - 1; t < n; t++)
      for (let j = m * h - 1; j <= t - h; j++) {
        const sum = before[j]! + rss(j + 1, t);
        if (sum < now[t]!) {
          now[t] = sum;
          from[t] = j;
        }
      }
    best.push(now);
    last.push(from);
  }
  const partitions = best.map((row, m): Partition => {
    const breaks: number[] = [];
    for (let level = m, t = n - 1; level > 0; level--) {
      t = last[level]![t]!;
      breaks.unshift(t + 1);
    }
    const total = row[n - 1]!;
    const bic = n * (Math.log(2 * Math.PI) + Math.log(total / n) + 1) + Math.log(n) * (k + 1) * (m + 1);
    return { breaks, rss: total, bic };
  });
  return {
    partitions,
    chosen: partitions.reduce((a, b) => (b.bic < a.bic ? b : a)),
    coefficients: (p) => regimes(y, x, p.breaks).map((r) => qrLeastSquares(r.x, r.y).coefficients),
    intervals: (p, level = 95) => breakIntervals(regimes(y, x, p.breaks), p.breaks, level),
  };
}

function shortestRegime(h: number, n: number, k: number): number {
  const rows = h < 1 ? Math.floor(n * h) : h;
  if (!Number.isInteger(rows) || rows <= k)
    throw new AppError(
      "invalid-input",
      `a regime with ${k} coefficients needs more than ${k} observations; the shortest allowed has ${rows}`,
    );
  return rows;
}
