import type { Series } from "../../series/series.ts";
import { spanMonths } from "../../series/spanMonths.ts";
import { spanAt } from "../runningTotals.ts";
import { type DerivedCell, gapCell, newestOf } from "./derivedCell.ts";
import { lastDigits } from "./lastDigits.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

/**
 * The months (or quarters, in their last month) of a year of running totals:
 *   x(m) = C(m) − C(m′),  C(m′) the running total before;  lower, upper: ± the halves of both last digits
 * `unit` months make a period: 1 or 3. A difference over more than one period is bridged and stands in its last month; one
 * below 0 tells of a revision between the two and is a gap.
 */
export function derivedAmounts({ values, vintages }: YearOfFigures, unit: 1 | 3): DerivedCell[] {
  const half = lastDigits(values);
  const cells = Array.from(values, (): DerivedCell => gapCell("no-total"));
  for (let m = unit - 1; m < 12; m += unit) {
    const span = spanAt(values, m);
    if (!span) continue;
    const { before, months } = span;
    const value = values[m]! - (before === null ? 0 : values[before]!);
    if (value < 0) {
      cells[m] = gapCell("total-fell");
      continue;
    }
    const open = half[m]! + (before === null ? 0 : half[before]!);
    const own = before === null && months === unit;
    cells[m] = {
      value,
      lower: own ? null : value - open,
      upper: own ? null : value + open,
      how: own ? "published" : months === unit ? "differenced" : "bridged",
      months,
      vintage: newestOf(vintages[m], before === null ? null : vintages[before]),
      reason: null,
    };
    for (let i = m - months + unit; i < m; i += unit) cells[i] = gapCell("within");
  }
  return cells;
}

/**
 * Puts what the source says of single periods in the place of what was derived: a published figure always stands. `cells` runs
 * over all months from January of `firstYear`; a published January–February is bridged, unless both months are there already.
 */
export function withPublished(
  cells: readonly DerivedCell[],
  firstYear: number,
  single: Series,
  unit: 1 | 3,
): DerivedCell[] {
  const out = [...cells];
  single.values.forEach((value, i) => {
    if (value === null) return;
    const slot = single.firstSlot + i;
    const at = (slot + 1) * unit - 1 - 12 * firstYear;
    const months = spanMonths(single, i) ?? unit;
    if (at < 0 || at >= out.length) return;
    const whole = months === unit;
    if (!whole && out[at]!.months === unit) return;
    out[at] = {
      value,
      lower: null,
      upper: null,
      how: whole ? "published" : "bridged",
      months,
      vintage: single.vintages[i] ?? null,
      reason: null,
    };
  });
  return out;
}
