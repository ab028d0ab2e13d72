import type { DerivedCell } from "./derivedCell.ts";

/** A step from the month before that is off its usual size by this factor and more. */
const STEP = 1.08;
/** Years needed to know what is usual. */
const MIN_YEARS = 5;

/**
 * Positions of months across which the year's running total was restated: the difference holds what was added to the total,
 * which is no month. Two things must speak of it:
 *   the step r = x(m)/x(m−1) is off the median of the same step in all years by more than 8 %;
 *   growth of the month by differences lies outside what published growth leaves open, in its year or in the next.
 * Alone neither would do: a recession makes a step (November 2008: 8 %), a misprinted rate disagrees (August 2011). Of
 * electricity since 2007 the two meet in the Decembers of 2019, 2020 and 2021 alone, where coverage was widened as the year was
 * closed: steps 10, 18 and 11 % off the usual.
 * `amounts` and `rates` (growth of the same months) run over all months from January of the first year.
 */
export function restatedWithin(
  amounts: readonly DerivedCell[],
  rates: readonly DerivedCell[],
): ReadonlySet<number> {
  const single = (i: number): number | null => {
    const cell = amounts[i];
    return cell?.how === "differenced" && cell.value !== null && cell.value > 0 ? cell.value : null;
  };
  const step = (i: number): number | null => {
    const now = single(i);
    const before = i % 12 === 0 ? null : single(i - 1);
    return now === null || before === null ? null : now / before;
  };
  const disagrees = (i: number): boolean => {
    const now = single(i);
    const before = single(i - 12);
    const rate = rates[i];
    if (now === null || before === null || rate?.how !== "differenced") return false;
    const byLevels = 100 * (now / before - 1);
    return byLevels < (rate.lower ?? byLevels) || byLevels > (rate.upper ?? byLevels);
  };
  const found = new Set<number>();
  for (let month = 1; month < 12; month++) {
    const steps = amounts.flatMap((_, i) => {
      const r = i % 12 === month ? step(i) : null;
      return r === null ? [] : [{ i, r }];
    });
    if (steps.length < MIN_YEARS) continue;
    const usual = steps.map((s) => s.r).sort((a, b) => a - b)[(steps.length - 1) >> 1]!;
    for (const { i, r } of steps)
      if (Math.abs(Math.log(r / usual)) > Math.log(STEP) && (disagrees(i) || disagrees(i + 12))) found.add(i);
  }
  return found;
}
