export interface VarianceShares {
  /** Percent of the variance of the stationary part of the modified original. */
  irregular: number;
  trend: number;
  seasonal: number;
  total: number;
}

/**
 * How much of the variance of a series, its straight (exponential) trend removed, each component carries, in percent:
 *   share = 100 V(component)/V(E1 without line),   V = Σ x² or Σ (log x)², around zero for I and S, the mean for the rest
 * Figures that are not positive, as a pseudo-additive adjustment may have, have no logarithm and are left out.
 * The line has the slope of the least-squares line through the (log) trend-cycle D12. Table F2F; Lothian & Morry (1978).
 */
export function varianceShares(
  e1: Float64Array,
  trend: Float64Array,
  seasonal: Float64Array,
  e3: Float64Array,
  ratio: boolean,
): VarianceShares {
  const level = ratio ? (x: Float64Array) => x.map(logOfPositive) : (x: Float64Array) => x;
  const c = level(trend);
  const n = c.length;
  let cross = 0;
  for (let t = 0; t < n; t++) cross += c[t]! * (2 * t - (n - 1));
  const slope = (6 * cross) / (n * (n * n - 1));
  const withoutLine = (x: Float64Array) => x.map((v, t) => v - slope * t);
  const whole = aroundMean(withoutLine(level(e1))) / 100;
  const shares = {
    irregular: aroundZero(level(e3)) / whole,
    trend: aroundMean(withoutLine(c)) / whole,
    seasonal: aroundZero(level(seasonal)) / whole,
  };
  return { ...shares, total: shares.irregular + shares.trend + shares.seasonal };
}

const logOfPositive = (v: number): number => (v > 0 ? Math.log(v) : Number.NaN);

function aroundZero(x: Float64Array): number {
  let sum = 0;
  for (const v of x) if (!Number.isNaN(v)) sum += v * v;
  return sum;
}

function aroundMean(x: Float64Array): number {
  let total = 0;
  let count = 0;
  for (const v of x) {
    if (Number.isNaN(v)) continue;
    total += v;
    count++;
  }
  const mean = total / count;
  return aroundZero(x.map((v) => v - mean));
}
