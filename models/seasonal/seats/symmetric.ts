/**
 * Symmetric Laurent polynomials c₀ + Σ c_k (zᵏ + z⁻ᵏ), held as c₀ … c_m: autocovariances, and with z = e^{−iω} spectra
 * c₀ + 2 Σ c_k cos kω. Products of ordinary polynomials with their mirror images are such.
 */
export type Symmetric = Float64Array;

/** a(z) a(z⁻¹) of a₀ + a₁z + …. */
export function squared(a: ArrayLike<number>): Symmetric {
  const n = a.length;
  const out = new Float64Array(n);
  for (let k = 0; k < n; k++) for (let i = 0; i + k < n; i++) out[k] = out[k]! + a[i]! * a[i + k]!;
  return out;
}

export function timesSymmetric(a: Symmetric, b: Symmetric): Symmetric {
  const m = a.length + b.length - 2;
  const out = new Float64Array(m + 1);
  for (let k = 0; k <= m; k++)
    for (let i = -(a.length - 1); i < a.length; i++) {
      const j = Math.abs(k - i);
      if (j < b.length) out[k] = out[k]! + a[Math.abs(i)]! * b[j]!;
    }
  return out;
}

/** a + factor · b, of the longer length. */
export function plusSymmetric(a: Symmetric, b: Symmetric, factor = 1): Symmetric {
  const out = new Float64Array(Math.max(a.length, b.length));
  out.set(a);
  b.forEach((v, i) => {
    out[i] = out[i]! + factor * v;
  });
  return out;
}

/** c₀ + 2 Σ c_k cos kω. */
export function spectrumAt(c: Symmetric, omega: number): number {
  let sum = c[0]!;
  for (let k = 1; k < c.length; k++) sum += 2 * c[k]! * Math.cos(k * omega);
  return sum;
}

/** Product of ordinary polynomials. */
export function times(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const out = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) out[i + j] = out[i + j]! + a[i]! * b[j]!;
  return out;
}
