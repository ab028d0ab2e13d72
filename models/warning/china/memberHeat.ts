import type { Series } from "../../series/series.ts";
import { spanMonths } from "../../series/spanMonths.ts";
import { robustScore } from "../signals/anomaly.ts";
import { transformed } from "./candidateValue.ts";
import type { HeatMember } from "./domains.ts";
import { monthsOf } from "./monthsOf.ts";

/** Figures before a month without which it has no score. */
const FEWEST = 5;
/** Ten years of months: what is usual moves. */
const WINDOW = 120;
/** A score beyond it counts as it in a domain: one figure of a lockdown does not drown the others. */
const MOST = 5;

export interface MemberHeat {
  /** By month from `firstSlot`; null where the month has no figure, too few lie before it, or they do not move. */
  scores: (number | null)[];
  /** As published; January–February in February. */
  values: (number | null)[];
}

/**
 * A member's robust score month by month, each from figures of the ten years before it; above 0 is hot.
 *   x as published, or its growth of twelve months;  z(t) = ±(x(t) − median)/(MAD/0.6745) over x(s), t − 120 ≤ s < t,  within ±5
 * A quarterly series speaks in the last month of its quarter.
 */
export function memberHeat(member: HeatMember, series: Series, firstSlot: number, count: number): MemberHeat {
  const published = byMonth(series);
  const x = measured(member, series, published);
  const start = series.frequency === "Q" ? series.firstSlot * 3 + 2 : series.firstSlot;
  const months = Array.from({ length: count }, (_, t) => firstSlot + t - start);
  return {
    scores: months.map((i) => scoreAt(member, x, i)),
    values: months.map((i) => (Number.isNaN(published[i] ?? Number.NaN) ? null : published[i]!)),
  };
}

function scoreAt(member: HeatMember, x: Float64Array, i: number): number | null {
  const value = x[i] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  const history = x.subarray(Math.max(0, i - WINDOW), i).filter((v) => !Number.isNaN(v));
  const score = history.length < FEWEST ? null : robustScore(history, value);
  return score === null ? null : Math.max(-MOST, Math.min(MOST, score)) * (member.hot === "high" ? 1 : -1);
}

/** By month from the series' first, a quarter in its last month; NaN for a gap. */
function byMonth(series: Series): Float64Array {
  const values = Float64Array.from(series.values, (v) => v ?? Number.NaN);
  if (series.frequency !== "Q") return values;
  const spread = new Float64Array(Math.max(0, values.length * 3 - 2)).fill(Number.NaN);
  values.forEach((v, q) => {
    spread[q * 3] = v;
  });
  return spread;
}

function measured(member: HeatMember, series: Series, published: Float64Array): Float64Array {
  if (series.frequency === "Q") return published;
  const combined = Uint8Array.from(published, (_, i) => (spanMonths(series, i) === 2 ? 1 : 0));
  const x = monthsOf({ firstSlot: series.firstSlot, values: published, combined }, member.festival === true);
  return x.map((v, t) => (Number.isNaN(v) ? v : transformed(x, t, member.transform)));
}
