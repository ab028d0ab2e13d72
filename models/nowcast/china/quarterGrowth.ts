import type { Series } from "../../series/series.ts";

/**
 * Growth of single quarters from running growth G and the running amounts L of the year before, at current prices:
 *   g_q = ((1+G_q) L_q − (1+G_{q−1}) L_{q−1}) / (L_q − L_{q−1}) − 1,   g_1 = G_1
 * in percent, laid under `single`, whose own figures stand. Rounding of G to 0.1 point is up to ±0.2 in a second quarter and
 * ±0.35 in a fourth. A quarter is known on the day its running growth is.
 */
export function quarterGrowth(single: Series, growth: Series, level: Series): Series {
  const cells = growth.values.map((g, i) => {
    const slot = growth.firstSlot + i;
    const own = slot - single.firstSlot;
    if (single.values[own] !== null && single.values[own] !== undefined)
      return {
        value: single.values[own],
        vintage: single.vintages[own] ?? null,
        status: single.status[own]!,
      };
    const value = g === null ? null : derived(growth, level, i);
    return {
      value,
      vintage: growth.vintages[i] ?? null,
      status: value === null ? ("missing" as const) : ("estimated" as const),
    };
  });
  const end = growth.firstSlot + cells.length;
  for (let i = Math.max(0, end - single.firstSlot); i < single.values.length; i++)
    cells.push({ value: single.values[i]!, vintage: single.vintages[i]!, status: single.status[i]! });
  return {
    ...single,
    firstSlot: growth.firstSlot,
    periods: cells.map((_, i) => {
      const slot = growth.firstSlot + i;
      return `${Math.floor(slot / 4)}-Q${(slot % 4) + 1}`;
    }),
    values: cells.map((c) => c.value),
    status: cells.map((c) => c.status),
    reasons: cells.map((c) => (c.value === null ? "not-published" : null)),
    vintages: cells.map((c) => c.vintage),
  };
}

function derived(growth: Series, level: Series, i: number): number | null {
  const slot = growth.firstSlot + i;
  const now = growth.values[i]!;
  if (slot % 4 === 0) return now;
  const before = growth.values[i - 1];
  const base = level.values[slot - 4 - level.firstSlot];
  const baseBefore = level.values[slot - 5 - level.firstSlot];
  if (before == null || base == null || baseBefore == null || base <= baseBefore) return null;
  return ((100 + now!) * base - (100 + before) * baseBefore) / (base - baseBefore) - 100;
}
