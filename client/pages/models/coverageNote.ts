/** Percentage points by which a coverage may miss its nominal level before it is said so. */
const TOLERANCE = 10;

/** Whether intervals of a nominal level are too narrow or too wide for what came; null where they hold well enough. */
export function coverageNote(actual: number, nominal: number): "narrow" | "wide" | null {
  if (actual < nominal - TOLERANCE) return "narrow";
  return actual > nominal + TOLERANCE ? "wide" : null;
}
