import { movingSeasonality } from "./movingSeasonality.ts";
import type { Operations } from "./operations.ts";
import type { SeasonalMa, X11Plan } from "./x11Options.ts";

export interface SeasonalMaChoice {
  filters: readonly SeasonalMa[];
  /** What `msr` became; null where no month asked for it. */
  chosen: "s3x3" | "s3x5" | "s3x9" | null;
  /** Global moving seasonality ratios of the passes, a year dropped from the end before each further one. */
  passes: readonly number[];
}

/**
 * The filter of D10 after the global moving seasonality ratio of D9, over whole years up to the last December:
 *   MSR ≤ 2.5: 3×3;   3.5 … 5.5: 3×5;   ≥ 6.5: 3×9;   in between the last year is dropped and the ratio taken again
 * and 3×5 when fewer than five years are left. Lothian (1984); Ladiray & Quenneville (2001), §4.5.
 */
export function chooseSeasonalMa(plan: X11Plan, op: Operations, si: Float64Array): SeasonalMaChoice {
  const { period: m, filters } = plan;
  if (!filters.includes("msr")) return { filters, chosen: null, passes: [] };
  const passes: number[] = [];
  const pick = (): "s3x3" | "s3x5" | "s3x9" => {
    for (let end = plan.to - ((plan.first + plan.to) % m); end >= 5 * m; end -= m) {
      const { ratio } = movingSeasonality(si, 0, end, m, (t) => (plan.first + t) % m, op.ratio, op.pseudo);
      passes.push(ratio);
      if (ratio <= 2.5) return "s3x3";
      if (ratio >= 6.5) return "s3x9";
      if (ratio >= 3.5 && ratio <= 5.5) return "s3x5";
    }
    return "s3x5";
  };
  const chosen = pick();
  return { filters: filters.map((f) => (f === "msr" ? chosen : f)), chosen, passes };
}
