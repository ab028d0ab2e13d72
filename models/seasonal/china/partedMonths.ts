import { slotOf } from "../../series/period.ts";
import type { DerivedCell } from "../../yearToDate/china/derivedCell.ts";
import { apartMonths } from "./apartMonths.ts";
import { festivalRegressors } from "./festivalRegressors.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

/** A season, and a festival that moves within it, are told from five years on. */
const MIN_MONTHS = 60;
/**
 * Standard errors of a share that hold the truth so often: what customs' Januaries of 2013 to 2024 needed when all of them were
 * hidden (`tests/contracts/partedMonths.test.ts`). The model's own 1.28 would hold four in ten: it takes its coefficients as known.
 */
const WIDTH = 2.5;

/**
 * Januaries and Februaries that came as one, told apart within a regARIMA model of all months with the Spring Festival's windows:
 *   x_Jan = s z,  x_Feb = (1 − s) z,  interval z (s ± 2.5 se)
 * The two sum to what was published. Years are left bridged before a January that is missing without a pair, and where fewer
 * than five years of months are known. `cells` run over all months from January of `firstYear`.
 */
export function partedMonths(
  cells: readonly DerivedCell[],
  firstYear: number,
  policy: SeasonalPolicy,
): DerivedCell[] {
  const figures = figuresOf(cells, firstYear, policy);
  if (figures.combined.length === 0 || figures.values.length < MIN_MONTHS) return [...cells];
  const { regressors } = festivalRegressors(figures, policy);
  const { shares } = apartMonths(figures, policy.log, regressors);
  const out = [...cells];
  for (const { year, share, se } of shares) {
    const february = 12 * (year - firstYear) + 1;
    const { value: sum, vintage } = out[february]!;
    const half = WIDTH * se * sum!;
    const month = (value: number): DerivedCell => ({
      value,
      lower: value - half,
      upper: value + half,
      how: "parted",
      months: 1,
      vintage,
      reason: null,
    });
    out[february - 1] = month(share * sum!);
    out[february] = month(sum! - share * sum!);
  }
  return out;
}

/** Months for the model: from the policy's start, after the last January that is missing without a pair. */
function figuresOf(cells: readonly DerivedCell[], firstYear: number, policy: SeasonalPolicy): MonthsToAdjust {
  const slot0 = 12 * firstYear;
  const pair = (t: number) => t % 12 === 1 && cells[t]!.months === 2;
  const known = (t: number) => cells[t]!.value !== null && (cells[t]!.months === 1 || pair(t));
  const last = cells.findLastIndex((_, t) => known(t));
  const alone = (t: number) =>
    t % 12 === 0 && !known(t) && !(t + 1 < cells.length && pair(t + 1) && cells[t + 1]!.value !== null);
  let first = policy.from === undefined ? 0 : Math.max(0, slotOf(policy.from, "M") - slot0);
  while (first < last && !known(first) && !(first % 12 === 0 && !alone(first))) first++;
  for (let t = first; t <= last; t++) if (alone(t)) first = t + 12;
  const count = Math.max(0, last - first + 1);
  const values = Float64Array.from({ length: count }, (_, i) =>
    known(first + i) ? cells[first + i]!.value! : Number.NaN,
  );
  const combined: number[] = [];
  for (let t = first; t <= last; t++) if (pair(t) && cells[t]!.value !== null) combined.push(t - first);
  return { values, first: slot0 + first, period: 12, combined, derived: true };
}
