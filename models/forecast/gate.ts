import type { Frequency } from "../series/frequency.ts";

export type Gate = "passed" | "lost-to-naive" | "too-few-origins";

/** Fewest origins a verdict rests on: two years of months, three of quarters. */
export const LEAST_ORIGINS: Readonly<Record<Frequency, number>> = { A: 8, Q: 12, M: 24, W: 52, D: 60 };

/**
 * Whether a model may be shown to leaders at a horizon: it must have been tried on enough origins and have beaten
 * the better of naive and seasonal naive in RMSE on the same ones.
 */
export function gateOf(frequency: Frequency, origins: number, relativeToNaive: number): Gate {
  if (origins < LEAST_ORIGINS[frequency]) return "too-few-origins";
  return relativeToNaive < 1 ? "passed" : "lost-to-naive";
}
