import { monthGrowth } from "../growthRoute.ts";
import { spanAt } from "../runningTotals.ts";
import { type DerivedCell, gapCell, newestOf } from "./derivedCell.ts";
import { lastDigits } from "./lastDigits.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

/** Growth is published to a tenth of a percent; longer decimals come from reprinters. */
const GROWTH_HALF = 0.05;

/**
 * Growth of the months (quarters) of a year on a year earlier, percent, from running totals and their published growth: free
 * of a restated base, with the range that the last digits of both leave (`growthRoute.ts`). What begins the year has
 * its running growth for its own. A span of several periods is bridged.
 */
export function comparableGrowth(total: YearOfFigures, growth: YearOfFigures, unit: 1 | 3): DerivedCell[] {
  const totalHalf = lastDigits(total.values);
  const cells = Array.from(total.values, (): DerivedCell => gapCell("no-total"));
  for (let m = unit - 1; m < 12; m += unit) {
    const span = spanAt(total.values, m);
    if (!span) continue;
    const { before, months } = span;
    for (let i = m - months + unit; i < m; i += unit) cells[i] = gapCell("within");
    const needed = before === null ? [m] : [before, m];
    if (needed.some((i) => Number.isNaN(growth.values[i]!))) {
      cells[m] = gapCell("no-growth");
      continue;
    }
    const found = monthGrowth({
      firstYear: total.year,
      total: total.values,
      growth: growth.values,
      totalHalf: Math.max(...needed.map((i) => totalHalf[i]!)),
      growthHalf: GROWTH_HALF,
    })[m];
    if (!found) {
      cells[m] = gapCell("too-rounded");
      continue;
    }
    const { value, low, high } = found.growth;
    cells[m] = {
      value: before === null ? growth.values[m]! : value,
      lower: before === null ? null : low,
      upper: before === null ? null : high,
      how: months > unit ? "bridged" : before === null ? "published" : "differenced",
      months,
      vintage: newestOf(...needed.flatMap((i) => [total.vintages[i], growth.vintages[i]])),
      reason: null,
    };
  }
  return cells;
}
