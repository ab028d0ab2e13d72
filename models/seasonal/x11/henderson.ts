import { AppError } from "../../errors.ts";

/**
 * Henderson's symmetric weights of 2p+1 terms, the smoothest that keep a cubic: with n = p+2 and |j| ≤ p
 *   w(j) = 315 [(n−1)²−j²][n²−j²][(n+1)²−j²][3n²−16−11j²] / {8n(n²−1)(4n²−1)(4n²−9)(4n²−25)}
 * Index j+p. Henderson (1916); Ladiray & Quenneville (2001), §3.3.
 */
export function hendersonWeights(terms: number): Float64Array {
  if (!Number.isInteger(terms) || terms < 3 || terms % 2 === 0)
    throw new AppError(
      "invalid-input",
      `A Henderson filter has an odd number of terms from 3 on, not ${terms}.`,
    );
  const p = (terms - 1) / 2;
  const n = p + 2;
  const n2 = n * n;
  const scale = 315 / (8 * n * (n2 - 1) * (4 * n2 - 1) * (4 * n2 - 9) * (4 * n2 - 25));
  return Float64Array.from({ length: terms }, (_, i) => {
    const j2 = (i - p) ** 2;
    return scale * ((n - 1) ** 2 - j2) * (n2 - j2) * ((n + 1) ** 2 - j2) * (3 * n2 - 16 - 11 * j2);
  });
}

/**
 * Musgrave's weights for a point with only m of the N terms of a symmetric filter w at hand (m ≥ (N+1)/2), least revised
 * in mean square for a straight line with noise, R = I/C ratio:
 *   v(i) = w(i) + u₁/m + u₂ (i−(m+1)/2) D/(1 + m(m−1)(m+1)D/12),   D = 4/(πR²),   i = 1 … m
 *   u₁ = Σ_{j>m} w(j),   u₂ = Σ_{j>m} (j−(m+1)/2) w(j)
 * i = 1 is the oldest of the m figures; reversed the weights serve the beginning of a series.
 * Musgrave (1964); Doherty (2001), The surrogate Henderson filters in X-11, Aust. N. Z. J. Stat. 43, eq. (1).
 */
export function musgraveWeights(w: Float64Array, m: number, ratio: number): Float64Array {
  const d = 4 / (Math.PI * ratio * ratio);
  const middle = (m + 1) / 2;
  let u1 = 0;
  let u2 = 0;
  for (let j = m + 1; j <= w.length; j++) {
    u1 += w[j - 1]!;
    u2 += (j - middle) * w[j - 1]!;
  }
  const slope = (u2 * d) / (1 + (m * (m - 1) * (m + 1) * d) / 12);
  return Float64Array.from({ length: m }, (_, i) => w[i]! + u1 / m + slope * (i + 1 - middle));
}

const symmetric = new Map<number, Float64Array>();
const ends = new Map<string, readonly Float64Array[]>();

/** Symmetric weights, computed once a length. */
export function hendersonOf(terms: number): Float64Array {
  const known = symmetric.get(terms);
  if (known) return known;
  const w = hendersonWeights(terms);
  symmetric.set(terms, w);
  return w;
}

/** End weights for p+1, p+2, … 2p terms at hand: the last, last but one … point. Few are kept, the ratios being few. */
export function musgraveEnds(terms: number, ratio: number): readonly Float64Array[] {
  const key = `${terms} ${ratio}`;
  let sets = ends.get(key);
  if (!sets) {
    const w = hendersonOf(terms);
    const p = (terms - 1) / 2;
    sets = Array.from({ length: p }, (_, i) => musgraveWeights(w, p + 1 + i, ratio));
    if (ends.size > 64) ends.clear();
    ends.set(key, sets);
  }
  return sets;
}
