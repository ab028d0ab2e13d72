import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import { type IsoDate, isoDate, parseIsoDate } from "../../../models/series/date.ts";
import type { MovePart } from "../../routers/views.ts";
import { partsOf } from "./nowcastParts.ts";

/** The newest move of a nowcast: of the last seven days, or of the last day that moved it. */
export interface NowcastMove {
  /** false: nothing came in the last seven days, and it is the move of `to`. */
  thisWeek: boolean;
  to: IsoDate;
  change: number;
  parts: { part: MovePart; impact: number }[];
  /** The part that moved it most in its own direction; null where nothing moved it. */
  main: { part: MovePart; impact: number } | null;
}

const WEEK = 7;

/** null where the path has no step yet. Percentage points of the target. */
export function nowcastMove(steps: readonly NewsStep[], asOf: IsoDate): NowcastMove | null {
  const last = steps.at(-1);
  if (!last) return null;
  const since = isoDate(parseIsoDate(asOf)! - WEEK);
  const week = steps.filter((s) => s.day > since && s.day <= asOf);
  const moved = week.length > 0 ? week : [last];
  const change = moved.reduce((sum, s) => sum + s.change, 0);
  const parts = partsOf(moved);
  const main = parts
    .filter((p) => p.impact * change > 0)
    .reduce<NowcastMove["main"]>((a, b) => (a && Math.abs(a.impact) >= Math.abs(b.impact) ? a : b), null);
  return { thisWeek: week.length > 0, to: last.day, change, parts, main };
}
