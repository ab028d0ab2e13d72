import { type DieboldMarianoOptions, dieboldMariano } from "./dieboldMariano.ts";

/** Losses whose lead differs by less than this share of the largest loss differ by rounding alone. */
const ALIKE = 1e-9;
const LEAST_PAIRS = 3;

/**
 * One-sided p-value of Diebold–Mariano that the first errors are the smaller in squares; null where there is nothing to
 * test: fewer than three pairs or than the horizon asks for, or a lead that is the same in every pair.
 */
export function chanceBetter(
  own: readonly number[],
  theirs: readonly number[],
  {
    horizon,
    variance = "rectangular",
  }: Pick<DieboldMarianoOptions, "horizon"> & Partial<Pick<DieboldMarianoOptions, "variance">>,
): number | null {
  if (own.length < Math.max(LEAST_PAIRS, horizon + 1)) return null;
  const leads = own.map((e, i) => e ** 2 - theirs[i]! ** 2);
  const largest = Math.max(...own.map((e) => e ** 2), ...theirs.map((e) => e ** 2));
  if (Math.max(...leads) - Math.min(...leads) <= ALIKE * largest) return null;
  return dieboldMariano(own, theirs, { horizon, alternative: "less", variance }).pValue;
}
