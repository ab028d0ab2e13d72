import { incompleteBeta } from "./incompleteBeta.ts";

/** P(F > f) for Fisher's F with d₁ and d₂ degrees of freedom: I_{d₂/(d₂+d₁f)}(d₂/2, d₁/2). */
export function fisherFUpper(f: number, df1: number, df2: number): number {
  if (!(f > 0)) return Number.isNaN(f) ? Number.NaN : 1;
  const total = df2 + df1 * f;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / total, (df1 * f) / total).lower;
}
