import { AppError } from "../errors.ts";

export interface AtLag {
  /** Periods by which the candidate is shifted: at −3 its figures of three periods earlier meet the reference's. */
  lag: number;
  value: number;
  /** Pairs of known figures that it rests on. */
  n: number;
}

/** Pairs at a lag that a figure needs to be worth stating. */
const FEWEST_PAIRS = 8;

/**
 * How well a candidate goes with the reference when it is shifted: best at a lag below 0, it leads.
 *   r(l) = corr[x(t+l), y(t)] over the pairs that both have,  l = −`most` … `most`
 * NaN figures are left out pairwise; NaN where fewer than eight pairs are left or one side does not vary.
 * Gao Tiemei et al. (2015), Business cycle analysis and forecasting methods (in Chinese) (time-difference
 * correlation).
 */
export function timeDifferenceCorrelation(
  candidate: ArrayLike<number>,
  reference: ArrayLike<number>,
  most = 12,
): AtLag[] {
  return lags(candidate, reference, most, (pairs) => {
    const mx = pairs.reduce((s, [x]) => s + x, 0) / pairs.length;
    const my = pairs.reduce((s, [, y]) => s + y, 0) / pairs.length;
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (const [x, y] of pairs) {
      xx += (x - mx) ** 2;
      yy += (y - my) ** 2;
      xy += (x - mx) * (y - my);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
  });
}

/**
 * Kullback–Leibler information between the shapes of two positive series: nearest to 0 at the lag where they agree
 * best.
 *   k(l) = Σ p(t) ln[p(t) / q(t+l)],  p = y / Σy,  q = x / Σx
 * Sums over the pairs of each lag. `shared` scales both over those pairs, so that k ≥ 0; `whole` scales over the whole
 * sample, as the textbooks do, and is read by its absolute size. Indexes around 100, not deviations around 0. NaN
 * figures are left out pairwise; NaN where fewer than eight pairs are left.
 * Kullback & Leibler (1951), On information and sufficiency; Gao Tiemei et al. (2015)
 */
export function kullbackLeibler(
  candidate: ArrayLike<number>,
  reference: ArrayLike<number>,
  most = 12,
  scaled: "whole" | "shared" = "whole",
): AtLag[] {
  const sumX = positiveSum(candidate, "candidate");
  const sumY = positiveSum(reference, "reference");
  return lags(candidate, reference, most, (pairs) => {
    const x = scaled === "whole" ? sumX : pairs.reduce((s, [v]) => s + v, 0);
    const y = scaled === "whole" ? sumY : pairs.reduce((s, [, v]) => s + v, 0);
    return pairs.reduce((s, pair) => s + (pair[1] / y) * Math.log(pair[1] / y / (pair[0] / x)), 0);
  });
}

/**
 * The lag whose value is largest, by `size` of the value: its absolute value for correlations, minus it for
 * information.
 */
export function bestLag(found: readonly AtLag[], size: (value: number) => number = Math.abs): AtLag | null {
  let best: AtLag | null = null;
  for (const at of found)
    if (!Number.isNaN(at.value) && (best === null || size(at.value) > size(best.value))) best = at;
  return best;
}

function lags(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  most: number,
  measure: (pairs: readonly (readonly [number, number])[]) => number,
): AtLag[] {
  if (x.length !== y.length || !Number.isInteger(most) || most < 0)
    throw new AppError(
      "invalid-input",
      `leads and lags are sought over the same periods, up to a whole number of them; found ${x.length} and ${y.length} periods and ${most}`,
    );
  if (y.length < FEWEST_PAIRS)
    throw new AppError(
      "not-enough-data",
      `leads and lags need at least ${FEWEST_PAIRS} periods; found ${y.length}`,
    );
  const infinite = [...Array.from(x), ...Array.from(y)].find((v) => Math.abs(v) === Number.POSITIVE_INFINITY);
  if (infinite !== undefined)
    throw new AppError("invalid-input", `leads and lags need finite figures or gaps; found ${infinite}`);
  return Array.from({ length: 2 * most + 1 }, (_, i) => {
    const lag = i - most;
    const pairs: (readonly [number, number])[] = [];
    for (let t = Math.max(0, -lag); t < y.length - Math.max(0, lag); t++)
      if (!Number.isNaN(x[t + lag]!) && !Number.isNaN(y[t]!)) pairs.push([x[t + lag]!, y[t]!]);
    return { lag, n: pairs.length, value: pairs.length < FEWEST_PAIRS ? Number.NaN : measure(pairs) };
  });
}

function positiveSum(x: ArrayLike<number>, name: string): number {
  let sum = 0;
  for (let t = 0; t < x.length; t++) {
    if (Number.isNaN(x[t]!)) continue;
    if (!(x[t]! > 0))
      throw new AppError(
        "invalid-input",
        `information compares positive figures; the ${name} has ${x[t]} at position ${t + 1}`,
      );
    sum += x[t]!;
  }
  return sum;
}
