export interface BridgePathInput {
  y: Float64Array;
  /** a, φ(1) … φ(L), β(1) … β(K). */
  coefficients: Float64Array;
  lags: number;
  sigma: number;
  /** Of each driver over the horizon: quarter values and their loadings on the shocks of its forecast months. */
  paths: readonly { values: Float64Array; errors: readonly Float64Array[] }[];
  horizon: number;
}

/**
 * Mean and standard deviation of the target over the horizon.
 *   ŷ(h) = a + Σ φ(j) ŷ(h−j) + Σ β(k) x̄_k(h)
 *   error(h) = Σ φ(j) error(h−j) + e(h) + Σ β(k) error_k(h), as a sum over independent shocks: e and each driver's months
 */
export function bridgePath({ y, coefficients, lags, sigma, paths, horizon }: BridgePathInput): {
  mean: Float64Array;
  sd: Float64Array;
} {
  const mean = new Float64Array(horizon);
  const sd = new Float64Array(horizon);
  // What each shock adds to the error of quarter h: the equation's own, then those of each driver.
  const own: Float64Array[] = [];
  const theirs: Float64Array[][] = [];
  for (let h = 0; h < horizon; h++) {
    let level = coefficients[0]!;
    const e = new Float64Array(horizon);
    e[h] = sigma;
    const shocks = paths.map((p, k) => p.errors[h]!.map((v) => v * coefficients[1 + lags + k]!));
    paths.forEach((p, k) => {
      level += coefficients[1 + lags + k]! * p.values[h]!;
    });
    for (let j = 1; j <= lags; j++) {
      const phi = coefficients[j]!;
      level += phi * (h >= j ? mean[h - j]! : y[y.length + h - j]!);
      if (h < j) continue;
      add(e, own[h - j]!, phi);
      shocks.forEach((s, k) => {
        add(s, theirs[h - j]![k]!, phi);
      });
    }
    own.push(e);
    theirs.push(shocks);
    mean[h] = level;
    sd[h] = Math.sqrt(squares(e) + shocks.reduce((s, v) => s + squares(v), 0));
  }
  return { mean, sd };
}

function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + times * from[i]!;
}

const squares = (v: Float64Array): number => v.reduce((s, x) => s + x * x, 0);
