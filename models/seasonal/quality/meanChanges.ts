export interface ChangeMeasures {
  /** Mean change over 1 … m periods without regard to sign, in percent where changes are ratios. */
  size: Float64Array;
  /** Mean change with sign. */
  mean: Float64Array;
  /** Its standard deviation, divisor n. */
  deviation: Float64Array;
}

/**
 * Changes over k = 1 … spans periods: size(k) = mean |d|, mean(k) = mean d, deviation(k) = √mean (d − mean)²,
 *   d(t) = 100 (x(t+k)/x(t) − 1), or x(t+k) − x(t) in an additive adjustment.
 * Table F2 of X-11; Shiskin, Young & Musgrave (1967).
 */
export function meanChanges(x: Float64Array, spans: number, ratio: boolean): ChangeMeasures {
  const size = new Float64Array(spans).fill(Number.NaN);
  const mean = new Float64Array(spans).fill(Number.NaN);
  const deviation = new Float64Array(spans).fill(Number.NaN);
  for (let k = 1; k <= spans; k++) {
    const count = x.length - k;
    if (count < 1) continue;
    let absolute = 0;
    let signed = 0;
    for (let t = 0; t < count; t++) {
      const d = change(x, t, k, ratio);
      absolute += Math.abs(d);
      signed += d;
    }
    const centre = signed / count;
    let squares = 0;
    for (let t = 0; t < count; t++) squares += (change(x, t, k, ratio) - centre) ** 2;
    size[k - 1] = absolute / count;
    mean[k - 1] = centre;
    deviation[k - 1] = Math.sqrt(squares / count);
  }
  return { size, mean, deviation };
}

function change(x: Float64Array, t: number, k: number, ratio: boolean): number {
  const d = x[t + k]! - x[t]!;
  return ratio ? (100 * d) / x[t]! : d;
}
