import { sampleCorrelation } from "simple-statistics";
import type { Series } from "../../../models/series/series.ts";

/** Fewer common periods than this and a correlation says nothing. */
export const FEWEST_COMMON = 12;

/** Pearson correlation of two series on the slots where both have a number; null with fewer than twelve of them or no variation. */
export function correlationOf(a: Series, b: Series): number | null {
  if (a.frequency !== b.frequency) return null;
  const x: number[] = [];
  const y: number[] = [];
  a.values.forEach((value, i) => {
    const other = b.values[a.firstSlot + i - b.firstSlot];
    if (value !== null && other !== null && other !== undefined) {
      x.push(value);
      y.push(other);
    }
  });
  if (x.length < FEWEST_COMMON) return null;
  const r = sampleCorrelation(x, y);
  return Number.isFinite(r) ? r : null;
}
