import { incompleteBeta } from "./incompleteBeta.ts";
import { solveQuantile } from "./solveQuantile.ts";

/** P(T > t) for Student's t with ν degrees of freedom. Johnson, Kotz & Balakrishnan, vol. 2, chapter 28. */
export function studentTUpper(t: number, df: number): number {
  const total = df + t * t;
  const tail = 0.5 * incompleteBeta(df / 2, 0.5, df / total, (t * t) / total).lower;
  return t >= 0 ? tail : 1 - tail;
}

/** P(T ≤ t). */
export const studentTCdf = (t: number, df: number): number => studentTUpper(-t, df);

/** P(|T| > |t|): the two-sided p-value. */
export const studentTTwoSided = (t: number, df: number): number => 2 * studentTUpper(Math.abs(t), df);

/** t with P(T ≤ t) = p, 0 < p < 1. */
export function studentTQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = solveQuantile((x) => studentTUpper(x, df), tail);
  return p < 0.5 ? -t : t;
}
