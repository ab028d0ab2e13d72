import type { Series } from "../series/series.ts";
import { rateLike } from "../transforms/rateLike.ts";

/** `auto`: logarithms for levels whose every figure is positive; `never`: as published. */
export type LogChoice = "auto" | "never";

/**
 * Whether a model works on logarithms: levels grow by rates and vary in proportion to themselves; growth rates,
 * shares, diffusion indexes and percent figures do not, and neither do series that touch zero.
 */
export function onLogScale(series: Series, choice: LogChoice): boolean {
  if (choice === "never" || rateLike(series.unit)) return false;
  return series.values.every((v) => v === null || v > 0);
}

/** Logarithms in place of the numbers; gaps stay NaN. */
export function logarithms(y: Float64Array): Float64Array {
  return y.map(Math.log);
}
