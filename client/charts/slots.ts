import { type Period, parsePeriod } from "../../models/series/period.ts";

/** A run of slots that one published figure covers: January and February of a combined figure. */
export interface CoveredSlots {
  from: number;
  to: number;
}

/**
 * Slots without a figure of their own that the next figure covers (its span starts at or before theirs).
 * January before a combined January–February is such a slot: no gap in what is known.
 */
export function coveredSlots(
  periods: readonly Period[],
  values: readonly (number | null)[],
): readonly CoveredSlots[] {
  const covered: CoveredSlots[] = [];
  for (let i = 1; i < periods.length; i++) {
    const here = values[i];
    if (here === null || here === undefined) continue;
    const span = parsePeriod(periods[i] ?? "");
    if (span?.kind !== "months" || (span.months ?? 0) < 2) continue;
    let from = i;
    while (from > 0 && values[from - 1] === null) {
      const before = parsePeriod(periods[from - 1] ?? "");
      if (!before || before.start < span.start) break;
      from--;
    }
    if (from < i) covered.push({ from, to: i });
  }
  return covered;
}

/** Reasons that leave the figure before standing: nobody quotes on a Sunday, and a rate holds until it is changed. */
const STANDING: readonly string[] = ["non-business-day", "no-announcement"];

/** The slot of a figure from before the first one shown. */
export const BEFORE = -1;

/**
 * Slots on which an earlier figure stands, each with the slot it comes from; `BEFORE` where a figure from before
 * the range shown still stands, if there is one.
 */
export function standingSlots(
  values: readonly (number | null)[],
  reasons: readonly (string | null)[],
  hasBefore = false,
): ReadonlyMap<number, number> {
  const standing = new Map<number, number>();
  let last: number | null = hasBefore ? BEFORE : null;
  for (const [i, value] of values.entries()) {
    if (value !== null) last = i;
    else if (last !== null && STANDING.includes(reasons[i] ?? "")) standing.set(i, last);
    else last = null;
  }
  return standing;
}

/** Values as drawn: a covered slot takes the figure that covers it; real gaps stay null. */
export function drawnValues(
  values: readonly (number | null)[],
  covered: readonly CoveredSlots[],
): (number | null)[] {
  const drawn = [...values];
  for (const { from, to } of covered) for (let i = from; i < to; i++) drawn[i] = values[to] ?? null;
  return drawn;
}

/** A short line as drawn: January is no gap before a combined January–February. */
export function drawnSpark(spark: {
  readonly periods: readonly Period[];
  readonly values: readonly (number | null)[];
}): (number | null)[] {
  return drawnValues(spark.values, coveredSlots(spark.periods, spark.values));
}
