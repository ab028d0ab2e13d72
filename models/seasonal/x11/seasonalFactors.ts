import { centredYear } from "./centredYear.ts";
import { type Operations, takeOut } from "./operations.ts";
import { smoothColumn } from "./seasonalFilter.ts";
import type { SeasonalMa, X11Plan } from "./x11Options.ts";

/**
 * Seasonal factors from an SI series over lo ≤ t < hi: each month smoothed over the years by its filter, then the year's
 * level taken out by a centred yearly average, whose missing half years at the ends repeat its nearest value.
 *   Ŝ(t) = Σ w(h) SI(t+h·m),   S(t) = Ŝ(t) − M₂ₓₘ Ŝ(t)   (a ratio in the multiplicative modes)
 * Fewer than five years of SI: the mean of each month. `first` is whether this is the first of the two estimates of a
 * part, where `x11default` and `msr` mean 3×3. Ladiray & Quenneville (2001), §2.2, steps B4, B5, B10.
 */
export function seasonalFactors(
  plan: X11Plan,
  op: Operations,
  filters: readonly SeasonalMa[],
  first: boolean,
  si: Float64Array,
  lo: number,
  hi: number,
  level: Float64Array,
  out: Float64Array,
): void {
  const m = plan.period;
  const short = hi - lo < 5 * m;
  for (let start = lo; start < Math.min(lo + m, hi); start++) {
    const chosen = filters[(plan.first + start) % m]!;
    const filter = chosen === "msr" || chosen === "x11default" ? (first ? "s3x3" : "s3x5") : chosen;
    smoothColumn(si, start, hi, m, short ? "stable" : filter, out);
  }
  centreFactors(plan, op, filters, lo, hi, level, out);
}

/** Takes the centred yearly average out of the factors, so that a year of them comes to one (to zero). */
function centreFactors(
  plan: X11Plan,
  op: Operations,
  filters: readonly SeasonalMa[],
  lo: number,
  hi: number,
  level: Float64Array,
  s: Float64Array,
): void {
  const m = plan.period;
  const half = m / 2;
  const begins = lo + half;
  const ends = hi - half - 1;
  centredYear(s, lo, hi, m, level);
  // A stable month repeats its level of a year on, so that it stays the same every year.
  for (let t = begins - 1; t >= lo; t--)
    level[t] = filters[(plan.first + t) % m] === "stable" ? level[t + m]! : level[begins]!;
  for (let t = ends + 1; t < hi; t++)
    level[t] = filters[(plan.first + t) % m] === "stable" ? level[t - m]! : level[ends]!;
  takeOut(op, s, level, lo, hi, s);
}

/** Fills lo' … lo−1 and hi … hi'−1 with the factor of the nearest year. */
export function extendFactors(s: Float64Array, lo: number, hi: number, m: number): void {
  for (let t = lo - 1; t >= 0; t--) s[t] = s[t + m]!;
  for (let t = hi; t < s.length; t++) s[t] = s[t - m]!;
}
