import { periodOfSlot } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";

/**
 * Growth of single quarters from running growth G and the running amounts L of the year before, at current prices:
 *   g_q = ((1+G_q) L_q − (1+G_{q−1}) L_{q−1}) / (L_q − L_{q−1}) − 1,   g_1 = G_1
 * in percent, for the quarters before the first of `single`, whose own figures stand from there on. Rounding of G to 0.1
 * point is up to ±0.15 in a second quarter and ±0.35 in a fourth. A quarter is known on the day its running growth is.
 */
export function quarterGrowth(single: Series, growth: Series, level: Series): Series {
  const starts = single.values.length > 0 ? single.firstSlot : Number.POSITIVE_INFINITY;
  const lead = Math.max(0, Math.min(growth.values.length, starts - growth.firstSlot));
  const derived = growth.values
    .slice(0, lead)
    .map((g, i) => (g === null ? null : quarterOf(growth, level, i)));
  if (lead === 0) return single;
  return {
    ...single,
    firstSlot: growth.firstSlot,
    periods: [...derived.map((_, i) => periodOfSlot(growth.firstSlot + i, "Q", "period")), ...single.periods],
    values: [...derived, ...single.values],
    status: [...derived.map((v) => (v === null ? "missing" : "estimated")), ...single.status],
    reasons: [...derived.map((v) => (v === null ? "not-published" : null)), ...single.reasons],
    vintages: [...growth.vintages.slice(0, lead), ...single.vintages],
  };
}

function quarterOf(growth: Series, level: Series, i: number): number | null {
  const slot = growth.firstSlot + i;
  const now = growth.values[i]!;
  if (slot % 4 === 0) return now;
  const before = growth.values[i - 1];
  const base = level.values[slot - 4 - level.firstSlot];
  const baseBefore = level.values[slot - 5 - level.firstSlot];
  if (before == null || base == null || baseBefore == null || base <= baseBefore) return null;
  return ((100 + now!) * base - (100 + before) * baseBefore) / (base - baseBefore) - 100;
}
