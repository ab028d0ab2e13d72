import type { NowcastStep } from "../../../server/routers/views.ts";

/** Impacts below this are told as a number of rows. Percentage points. */
export const SMALL_IMPACT = 0.005;

/** A step's figures, largest impact first, parted into those told and those too small to tell. */
export function newsRows(step: Pick<NowcastStep, "items">): {
  told: NowcastStep["items"];
  small: NowcastStep["items"];
} {
  const sorted = step.items.toSorted((a, b) => Math.abs(b.impact) - Math.abs(a.impact));
  const small = sorted.filter((i) => Math.abs(i.impact) < SMALL_IMPACT);
  // A day of small figures only is still told.
  if (small.length === sorted.length) return { told: sorted, small: [] };
  return { told: sorted.filter((i) => !small.includes(i)), small };
}
