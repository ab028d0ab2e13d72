const WEIGHTS = [74, 67, 46, 21, 3, -5, -6, -3] as const;

/**
 * The series continued at both ends by turning it about its end figures, y(n+j) = 2y(n) − y(n−j), so that a moving
 * average has both of its sides everywhere and a straight line stays one.
 */
export function continued(y: Float64Array, reach: number): Float64Array {
  const n = y.length;
  const out = new Float64Array(n + 2 * reach);
  out.set(y, reach);
  for (let j = 1; j <= reach; j++) {
    out[reach - j] = 2 * y[0]! - y[Math.min(j, n - 1)]!;
    out[reach + n - 1 + j] = 2 * y[n - 1]! - y[Math.max(n - 1 - j, 0)]!;
  }
  return out;
}

/**
 * Spencer's 15-term curve, weights [−3, −6, −5, 3, 21, 46, 67, 74, 67, …, −3] / 320: smooth, and true to any cubic.
 * Ends by `continued`. Spencer (1904), On the graduation of rates of sickness and mortality, J. Inst. Actuaries 38.
 */
export function spencerCurve(y: Float64Array): Float64Array {
  const z = continued(y, 7);
  return y.map((_, t) => {
    let sum = WEIGHTS[0] * z[t + 7]!;
    for (let j = 1; j < WEIGHTS.length; j++) sum += WEIGHTS[j]! * (z[t + 7 - j]! + z[t + 7 + j]!);
    return sum / 320;
  });
}

/** Centred moving average of `span` terms; of an even number the outermost two count half. Ends by `continued`. */
export function centredAverage(y: Float64Array, span: number): Float64Array {
  const half = Math.floor(span / 2);
  const edge = span % 2 === 0 ? 0.5 : 1;
  const z = continued(y, half);
  return y.map((_, t) => {
    let sum = edge * (z[t]! + z[t + 2 * half]!);
    if (half === 0) return y[t]!;
    for (let j = 1; j < 2 * half; j++) sum += z[t + j]!;
    return sum / span;
  });
}
