import { AppError } from "../errors.ts";
import type { Period } from "../series/period.ts";
import { quantile } from "../statistics/quantile.ts";
import type { BandPath } from "../warning/china/riskResult.ts";

export const LEVEL = 90;

/** Probabilities in percent with the central 90 percent of their draws; the band always holds the value. */
export function bandPath(
  value: readonly (number | null)[],
  draws: readonly (Float64Array | null)[],
): BandPath {
  const tail = (1 - LEVEL / 100) / 2;
  const ordered = draws.map((d) => d?.toSorted() ?? null);
  const end = (p: number, outer: (a: number, b: number) => number) =>
    value.map((v, t) => {
      const d = ordered[t] ?? null;
      return v === null ? null : 100 * (d === null ? v : outer(v, quantile(d, p)));
    });
  return {
    level: LEVEL,
    value: value.map((v) => v && 100 * v),
    lower: end(tail, Math.min),
    upper: end(1 - tail, Math.max),
  };
}

/** The first `n` months of a path. */
export const cutBand = ({ level, value, lower, upper }: BandPath, n: number): BandPath => ({
  level,
  value: value.slice(0, n),
  lower: lower.slice(0, n),
  upper: upper.slice(0, n),
});

/** How many months of a path were told by a month. Throws AppError("invalid-input") for one that is not on it. */
export function monthsUntil(months: readonly Period[], month: Period): number {
  const at = months.indexOf(month);
  if (at < 0)
    throw new AppError(
      "invalid-input",
      `${month} is not among the months told, ${months[0]} to ${months.at(-1)}`,
    );
  return at + 1;
}
