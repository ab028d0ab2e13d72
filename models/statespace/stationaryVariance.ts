import { AppError } from "../errors.ts";

const MOST_DOUBLINGS = 60;

/**
 * Mean and variance of a stable x(t+1) = T x(t) + c + u(t), Var u = V, by doubling:
 *   P ← P + A P A′,  μ ← μ + A μ,  A ← A²      from A = T, P = V, μ = c
 * After k rounds 2ᵏ terms of Σ Tʲ V T′ʲ are in. Throws AppError("invalid-input") where the sum has no limit.
 * Anderson & Moore, Optimal Filtering, §6.7.
 */
export function stationaryVariance(
  T: Float64Array,
  V: Float64Array,
  c?: Float64Array,
): { mean: Float64Array; variance: Float64Array } {
  const m = Math.round(Math.sqrt(T.length));
  let A = T.slice();
  const P = V.slice();
  const mean = c ? c.slice() : new Float64Array(m);
  const AP = new Float64Array(m * m);
  let square = new Float64Array(m * m);
  for (let k = 0; k < MOST_DOUBLINGS; k++) {
    multiplyInto(A, P, AP, m);
    let added = 0;
    let largest = 0;
    for (let i = 0; i < m; i++)
      for (let j = i; j < m; j++) {
        let s = 0;
        for (let l = 0; l < m; l++) s += AP[i * m + l]! * A[j * m + l]!;
        P[i * m + j]! += s;
        P[j * m + i] = P[i * m + j]!;
        added = Math.max(added, Math.abs(s));
        largest = Math.max(largest, Math.abs(P[i * m + j]!));
      }
    const step = new Float64Array(m);
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) step[i]! += A[i * m + j]! * mean[j]!;
    for (let i = 0; i < m; i++) mean[i]! += step[i]!;
    multiplyInto(A, A, square, m);
    [A, square] = [square, A];
    const size = A.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    if (!Number.isFinite(largest) || !Number.isFinite(size)) break;
    if (added <= 1e-17 * largest && size < 1e-8) return { mean, variance: P };
  }
  throw new AppError(
    "invalid-input",
    "a stationary start needs a transition whose roots all lie inside the unit circle; found one on or outside it",
  );
}

function multiplyInto(a: Float64Array, b: Float64Array, out: Float64Array, m: number): void {
  out.fill(0);
  for (let i = 0; i < m; i++)
    for (let l = 0; l < m; l++) {
      const x = a[i * m + l]!;
      if (x !== 0) for (let j = 0; j < m; j++) out[i * m + j]! += x * b[l * m + j]!;
    }
}
