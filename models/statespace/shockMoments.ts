import type { StateSpace } from "./stateSpace.ts";

/** B = R Q of period t, m × r. */
export function spread({ states: m, Q, R, ...model }: StateSpace, t: number, B: Float64Array): void {
  const r = model.shocks ?? m;
  const q = Q.length > r * r ? t * r * r : 0;
  const s = R && R.length > m * r ? t * m * r : 0;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < r; j++) {
      let x = R ? 0 : Q[q + i * r + j]!;
      if (R) for (let k = 0; k < r; k++) x += R[s + i * r + k]! * Q[q + k * r + j]!;
      B[i * r + j] = x;
    }
}

/** out += B′ x for the x at `from`. */
export function along(
  B: Float64Array,
  x: Float64Array,
  from: number,
  out: Float64Array,
  at: number,
  m: number,
  r: number,
): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < r; j++) {
      const b = B[i * r + j]!;
      if (b !== 0) out[at + j]! += b * x[from + i]!;
    }
}

/** Q − B′ N B for the move from t, N at t + 1. */
export function shockVariance(
  { states: m, Q, ...model }: StateSpace,
  t: number,
  B: Float64Array,
  NB: Float64Array,
  N: Float64Array,
  variances: Float64Array,
): void {
  const r = model.shocks ?? m;
  const q = Q.length > r * r ? t * r * r : 0;
  const block = t * r * r;
  NB.fill(0);
  for (let k = 0; k < r * r; k++) variances[block + k] = Q[q + k]!;
  for (let k = 0; k < m; k++)
    for (let j = 0; j < r; j++) {
      const x = B[k * r + j]!;
      if (x !== 0) for (let i = 0; i < m; i++) NB[i * r + j]! += N[k * m + i]! * x;
    }
  for (let k = 0; k < m; k++)
    for (let i = 0; i < r; i++) {
      const x = B[k * r + i]!;
      if (x !== 0) for (let j = 0; j < r; j++) variances[block + i * r + j]! -= x * NB[k * r + j]!;
    }
}
