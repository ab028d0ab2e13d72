import type { TurningPoint } from "./turningPoint.ts";
import type { TurningPointRules } from "./turningPointRules.ts";

/**
 * Positions that nothing within the window exceeds:
 *   peak at t:  y(t) ≥ y(t−j), j = 1 … before,  and  y(t) ≥ y(t+j), j = 1 … after;  trough with ≤
 * With ties `last` or `first`, equal figures next to each other count as one period: the windows begin where they end,
 * the level must really fall (rise) on both sides, and the turn stands at the last or first of them.
 * Figures nearer than `ends` or the window to the sample's end are left out.
 */
export function localExtremes(
  y: Float64Array,
  { window: [before, after], ends, ties }: Pick<TurningPointRules, "window" | "ends" | "ties">,
): TurningPoint[] {
  const n = y.length;
  const found: TurningPoint[] = [];
  for (let t = Math.max(ends, before); t < n - Math.max(ends, after); t++) {
    let start = t;
    let end = t;
    if (ties === "last") {
      if (y[t + 1] === y[t]) continue;
      while (start > 0 && y[start - 1] === y[t]) start--;
    } else if (ties === "first") {
      if (y[t - 1] === y[t]) continue;
      while (end < n - 1 && y[end + 1] === y[t]) end++;
    }
    if (start < before || end > n - 1 - after) continue;
    if (highest(y, start, end, before, after, 1)) found.push({ at: t, kind: "peak" });
    if (highest(y, start, end, before, after, -1)) found.push({ at: t, kind: "trough" });
  }
  return found;
}

/** Whether sign · y at start … end is nowhere exceeded in the windows around it. */
function highest(
  y: Float64Array,
  start: number,
  end: number,
  before: number,
  after: number,
  sign: 1 | -1,
): boolean {
  const level = sign * y[start]!;
  for (let j = 1; j <= before; j++) if (sign * y[start - j]! > level) return false;
  for (let j = 1; j <= after; j++) if (sign * y[end + j]! > level) return false;
  return true;
}
