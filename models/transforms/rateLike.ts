import type { Measure } from "../indicators/indicator.ts";

const RATE_MEASURES: ReadonlySet<Measure> = new Set([
  "yoy",
  "ytd-yoy",
  "mom",
  "mom-sa",
  "rate",
  "share",
  "diffusion",
  "balance",
]);
const RATE_UNITS: ReadonlySet<string> = new Set([
  "percent",
  "per-thousand",
  "percentage-point",
  "index-same-month-100",
]);

/**
 * Whether changes of the series are differences in points rather than growth in percent: growth rates,
 * shares, interest rates, diffusion indexes, and indexes with the same month of last year = 100.
 * The measure decides where it is known; otherwise the unit does.
 */
export function rateLike(unit: string, measure?: Measure): boolean {
  if (RATE_UNITS.has(unit)) return true;
  return measure !== undefined && RATE_MEASURES.has(measure);
}

/** The unit of a difference of two values of `unit`: percent minus percent is percentage points. */
export function differenceUnit(unit: string): string {
  return unit === "percent" || unit === "index-same-month-100" ? "percentage-point" : unit;
}
