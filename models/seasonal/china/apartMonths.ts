import { AppError } from "../../errors.ts";
import { periodOfSlot } from "../../series/period.ts";
import type { SeasonalSeries } from "../regarima/regarima.ts";
import type { Regressor } from "../regarima/regressor.ts";
import { type JanuaryShare, splitJanuaryFebruary } from "../splitJanuaryFebruary.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";

export interface ApartMonths extends SeasonalSeries {
  /** January's share in each year that came as one figure. */
  shares: readonly JanuaryShare[];
}

/**
 * Months with every January–February in two. `kept` shares of a former vintage stand; the other years' are estimated within
 * a regARIMA model with `regressors`, which must tell the months apart (the Spring Festival's blocks). The two months sum to
 * what was published. Gaps in other months stay NaN; a missing January beside years to be parted is refused, because its
 * February would be taken for a sum. Throws invalid-input then.
 */
export function apartMonths(
  figures: MonthsToAdjust,
  log: boolean,
  regressors: readonly Regressor[],
  kept: readonly JanuaryShare[] = [],
): ApartMonths {
  const { first, period, combined } = figures;
  const values = figures.values.slice();
  const stands: JanuaryShare[] = [];
  let open = 0;
  for (const t of combined) {
    const year = Math.floor((first + t) / 12);
    const former = kept.find((s) => s.year === year);
    if (!former) {
      open++;
      continue;
    }
    const sum = values[t]!;
    values[t - 1] = former.share * sum;
    values[t] = sum - values[t - 1]!;
    stands.push(former);
  }
  const series = { values, first, period };
  if (open === 0) return { ...series, shares: stands };
  const alone = values.findIndex(
    (v, t) => Number.isNaN(v) && (first + t) % 12 === 0 && !combined.includes(t + 1),
  );
  if (alone >= 0)
    throw new AppError(
      "invalid-input",
      `${periodOfSlot(first + alone, "M")} is missing and no January–February either; other years cannot be parted beside it`,
    );
  const split = splitJanuaryFebruary(series, { log, regressors });
  return { ...split, shares: [...stands, ...split.shares].sort((a, b) => a.year - b.year) };
}
