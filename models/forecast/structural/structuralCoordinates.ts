import type { StructuralParameter } from "./structuralLayout.ts";

/** Smallest and largest logarithm of a variance relative to the scale, halved: a factor of e⁻³⁰ is nothing. */
const LOWEST = -15;
const HIGHEST = 8;

/**
 * Least damping of a cycle. One that starts from diffuse states has the likelihood of its first figures divided by ρ² as
 * they vanish, without bound as ρ → 0; and what keeps less than a tenth of itself from period to period is no wave.
 */
const LEAST_DAMPING = 0.1;

/**
 * Free coordinates u ↔ parameter values.
 *   variance   σ² = scale · exp(2u)            damping    ρ = r + (1 − r)/(1 + e⁻ᵘ), r = 0.1
 *   frequency  λ = l + (h − l)/(1 + e⁻ᵘ)       AR         φ by Durbin–Levinson from partials u/√(1+u²)
 *   β          as it is, in units of `betaScale`
 * Harvey (1989), §4.2.3; Monahan (1984), Biometrika 71.
 */
export function toValues(
  parameters: readonly StructuralParameter[],
  u: ArrayLike<number>,
  scale: number,
  betaScale: readonly number[],
  out: Float64Array,
): void {
  let order = 0;
  let beta = 0;
  const logistic = (x: number) => 1 / (1 + Math.exp(-x));
  parameters.forEach(({ kind, bounds }, i) => {
    const x = u[i]!;
    if (kind === "variance") out[i] = scale * Math.exp(2 * Math.min(HIGHEST, Math.max(LOWEST, x)));
    else if (kind === "damping") out[i] = LEAST_DAMPING + (1 - LEAST_DAMPING) * logistic(x);
    else if (kind === "frequency") out[i] = bounds![0] + (bounds![1] - bounds![0]) * logistic(x);
    else if (kind === "coefficient") out[i] = x * betaScale[beta++]!;
    else {
      // φ⁽ᵏ⁾ from φ⁽ᵏ⁻¹⁾ and the k-th partial autocorrelation, in place from both ends.
      const partial = x / Math.sqrt(1 + x * x);
      const first = i - order;
      for (let j = 0; j < Math.floor(order / 2); j++) {
        const left = out[first + j]!;
        const right = out[i - 1 - j]!;
        out[first + j] = left - partial * right;
        out[i - 1 - j] = right - partial * left;
      }
      if (order % 2 === 1) {
        const middle = first + (order - 1) / 2;
        out[middle] = out[middle]! * (1 - partial);
      }
      out[i] = partial;
      order++;
    }
  });
}

/** The coordinates of given values; values on a bound are put just inside it. */
export function toCoordinates(
  parameters: readonly StructuralParameter[],
  values: ArrayLike<number>,
  scale: number,
  betaScale: readonly number[],
): Float64Array {
  const u = new Float64Array(parameters.length);
  const logit = (share: number) => {
    const s = Math.min(1 - 1e-9, Math.max(1e-9, share));
    return Math.log(s / (1 - s));
  };
  const ar = parameters.flatMap(({ kind }, i) => (kind === "ar" ? [i] : []));
  let beta = 0;
  parameters.forEach(({ kind, bounds }, i) => {
    const v = values[i]!;
    if (kind === "variance")
      u[i] = Math.min(HIGHEST, Math.max(LOWEST, 0.5 * Math.log(Math.max(v, 0) / scale)));
    else if (kind === "damping") u[i] = logit((v - LEAST_DAMPING) / (1 - LEAST_DAMPING));
    else if (kind === "frequency") u[i] = logit((v - bounds![0]) / (bounds![1] - bounds![0]));
    else if (kind === "coefficient") u[i] = v / betaScale[beta++]!;
  });
  partialsOf(ar.map((i) => values[i]!)).forEach((r, k) => {
    u[ar[k]!] = r / Math.sqrt(Math.max(1e-12, 1 - r * r));
  });
  return u;
}

/** Partial autocorrelations of an AR polynomial, by Durbin–Levinson run backwards; held inside (−1, 1). */
function partialsOf(phi: readonly number[]): number[] {
  const a = [...phi];
  const out: number[] = [];
  for (let k = a.length - 1; k >= 0; k--) {
    const r = Math.min(0.999999, Math.max(-0.999999, a[k]!));
    out[k] = r;
    const before = a.slice(0, k);
    for (let j = 0; j < k; j++) a[j] = (before[j]! + r * before[k - 1 - j]!) / (1 - r * r);
  }
  return out;
}
