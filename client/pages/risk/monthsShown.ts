import type { RiskRange } from "./search.ts";

/** How many of the newest months a range shows; none from before the first one told, so that no chart begins empty. */
export function monthsShown(range: RiskRange, values: readonly (number | null)[]): number {
  const first = values.findIndex((v) => v !== null);
  const told = first < 0 ? 0 : values.length - first;
  return range === "all" ? told : Math.min(told, 12 * Number(range));
}
