import { AppError } from "../errors.ts";

export interface BaiNg {
  /** One row per number of factors r = 0, 1, …: ICp1, ICp2, ICp3. */
  criteria: readonly (readonly [number, number, number])[];
  /** The r of the lowest value of each. */
  chosen: readonly [number, number, number];
}

/**
 * Bai & Ng's criteria for the number of factors, from all eigenvalues of Z′Z of T observations of N series.
 *   ICp(r) = log V(r) + r g,  V(r) = Σ_{j>r} λ(j) / (NT)
 *   g₁ = (N+T)/(NT) log(NT/(N+T)),  g₂ = (N+T)/(NT) log C²,  g₃ = log C²/C²,  C² = min(N, T)
 * `units` "sum" leaves 1/(NT) out of V, which moves every value by log NT and no choice. r up to `most`, at most
 * min(N, T) − 1. Bai & Ng (2002), Econometrica 70, equation 9.
 */
export function baiNg(
  eigenvalues: ArrayLike<number>,
  t: number,
  n: number,
  { most = Math.min(t, n) - 1, units = "mean" }: { most?: number; units?: "mean" | "sum" } = {},
): BaiNg {
  const smaller = Math.min(t, n);
  if (eigenvalues.length !== smaller || most >= smaller || most < 0)
    throw new AppError(
      "invalid-input",
      `Bai & Ng's criteria need all ${smaller} eigenvalues and 0 to ${smaller - 1} factors; found ${eigenvalues.length} and ${most}`,
    );
  const share = (n + t) / (n * t);
  const penalties = [-share * Math.log(share), share * Math.log(smaller), Math.log(smaller) / smaller];
  // From the smallest up, so that the remainders keep their digits.
  const left = new Float64Array(smaller + 1);
  for (let j = smaller - 1; j >= 0; j--) left[j] = left[j + 1]! + eigenvalues[j]!;
  const scale = units === "mean" ? Math.log(n * t) : 0;
  const criteria: [number, number, number][] = [];
  for (let r = 0; r <= most && left[r]! > 0; r++) {
    const [a, b, c] = penalties.map((g) => Math.log(left[r]!) - scale + r * g);
    criteria.push([a!, b!, c!]);
  }
  const lowest = (i: 0 | 1 | 2): number =>
    criteria.reduce((best, row, r) => (row[i] < criteria[best]![i] ? r : best), 0);
  return { criteria, chosen: [lowest(0), lowest(1), lowest(2)] };
}
