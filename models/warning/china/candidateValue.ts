import { AppError } from "../../errors.ts";
import type { Candidate, Transform } from "./candidate.ts";
import type { KnownFigures } from "./knownMonths.ts";
import { monthsOf } from "./monthsOf.ts";

/** Months that the newest figure may be behind the month asked for. */
const MOST_LATE = 2;
/** A mean of three figures may reach this far back. */
const REACH = 5;

/**
 * A candidate's number for the last month of `known`, NaN where too little is known. x: the series month by month, January–February
 * published as one in both; under `festival` both get their mean, a January whose February is not out is left for later.
 *   published       x(t)
 *   mean3           mean of the last three figures of the last five months
 *   change12        mean3(t) − mean3(t − 12)
 *   growth12        100 (Σ₁₂ x(t) / Σ₁₂ x(t − 12) − 1),  Σ₁₂: of twelve months up to t
 *   level-growth12  100 (x(t) / x(t − 12) − 1)
 * The newest figure may be up to two months behind. The measure of an event is the rule's own and is refused here.
 */
export function candidateValue(candidate: Candidate, known: KnownFigures, less?: KnownFigures): number {
  const x = monthsOf(known, candidate.festival === true);
  if (less) {
    const other = monthsOf(less, false);
    for (let i = 0; i < x.length; i++) x[i]! -= other[i + known.firstSlot - less.firstSlot] ?? Number.NaN;
  }
  let t = x.length - 1;
  while (t >= 0 && x.length - 1 - t < MOST_LATE && Number.isNaN(x[t]!)) t--;
  return t < 0 || Number.isNaN(x[t]!) ? Number.NaN : transformed(x, t, candidate.transform);
}

/** The formulas of `candidateValue` at month t of a series laid out by month; NaN where a month they need is missing. */
export function transformed(x: Float64Array, t: number, transform: Transform): number {
  switch (transform) {
    case "published":
      return x[t]!;
    case "mean3":
      return mean3(x, t);
    case "change12":
      return mean3(x, t) - mean3(x, t - 12);
    case "growth12":
      return growth(sum12(x, t), sum12(x, t - 12));
    case "level-growth12":
      return growth(x[t]!, x[t - 12] ?? Number.NaN);
    case "event-measure":
      throw new AppError(
        "invalid-input",
        "the measure of an event is taken by its rule, from figures as published",
      );
  }
}

function mean3(x: Float64Array, t: number): number {
  let sum = 0;
  let count = 0;
  for (let i = t; i >= 0 && t - i < REACH && count < 3; i--)
    if (!Number.isNaN(x[i]!)) {
      sum += x[i]!;
      count++;
    }
  return count < 3 ? Number.NaN : sum / 3;
}

const sum12 = (x: Float64Array, t: number): number =>
  t < 11 ? Number.NaN : x.subarray(t - 11, t + 1).reduce((s, v) => s + v, 0);

const growth = (now: number, before: number): number => (before > 0 ? 100 * (now / before - 1) : Number.NaN);
