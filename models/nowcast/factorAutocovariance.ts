import { gemm } from "../statistics/matrix/multiply.ts";

/**
 * Autocovariances Γ(h) = E f(t) f(t−h)′, h = 0 … lags−1, of the VAR(p) f(t) = A₁f(t−1) + … + A_p f(t−p) + u, E uu′ = Q:
 * the covariance of the companion form by doubling S ← S + B S B′, B ← B², then Γ(h) = Σ A_j Γ(h−j).
 * `a` is k × kp, `q` k × k; null where the VAR is not stationary. Lütkepohl (2005) §2.1.4.
 */
export function factorAutocovariance(
  a: Float64Array,
  q: Float64Array,
  k: number,
  p: number,
  lags: number,
): Float64Array[] | null {
  const n = k * p;
  let b = new Float64Array(n * n);
  const s = new Float64Array(n * n);
  b.set(a);
  for (let i = k; i < n; i++) b[i * n + i - k] = 1;
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) s[i * n + j] = q[i * k + j]!;
  const left = new Float64Array(n * n);
  const transposed = new Float64Array(n * n);
  const added = new Float64Array(n * n);
  let settled = false;
  for (let step = 0; step < 60 && !settled; step++) {
    gemm(b, s, left, n, n, n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) transposed[j * n + i] = b[i * n + j]!;
    gemm(left, transposed, added, n, n, n);
    let largest = 0;
    let scale = 0;
    for (let i = 0; i < s.length; i++) {
      s[i] = s[i]! + added[i]!;
      largest = Math.max(largest, Math.abs(added[i]!));
      scale = Math.max(scale, Math.abs(s[i]!));
    }
    if (!Number.isFinite(scale)) return null;
    settled = largest <= 1e-17 * scale;
    const squared = new Float64Array(n * n);
    gemm(b, b, squared, n, n, n);
    b = squared;
  }
  if (!settled) return null;
  const block = (h: number): Float64Array =>
    Float64Array.from({ length: k * k }, (_, e) => s[Math.floor(e / k) * n + h * k + (e % k)]!);
  const gamma = Array.from({ length: Math.min(p, lags) }, (_, h) => block(h));
  for (let h = p; h < lags; h++) {
    const g = new Float64Array(k * k);
    for (let l = 1; l <= p; l++)
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++)
          for (let r = 0; r < k; r++)
            g[i * k + j] = g[i * k + j]! + a[i * n + (l - 1) * k + r]! * entry(gamma, h - l, r, j, k);
    gamma.push(g);
  }
  return gamma;
}

/** Γ(h)[i, j] for any sign of h: Γ(−h) = Γ(h)′. */
export const entry = (gamma: readonly Float64Array[], h: number, i: number, j: number, k: number): number =>
  h >= 0 ? gamma[h]![i * k + j]! : gamma[-h]![j * k + i]!;
