import { type Series, sliceSeries } from "../../series/series.ts";
import { type DerivedCell, gapCell, newestOf } from "./derivedCell.ts";
import { quarterGrowth } from "./quarterGrowth.ts";
import type { YearOfFigures } from "./yearsOfFigures.ts";

/** Half the last digit of published growth, percentage points. */
const HALF = 0.05;

/**
 * Real growth of single quarters from running growth G and the running amounts L of the year before (`quarterGrowth`), by year,
 * a quarter in its last month:
 *   lower, upper = g ∓ 0.05 (L_q + L_{q−1}) / (L_q − L_{q−1})
 */
export function quarterRates(
  growth: Series,
  level: Series,
  years: ReadonlyMap<number, YearOfFigures>,
): DerivedCell[] {
  const none = sliceSeries(growth, 0, 0);
  const { values } = quarterGrowth(none, growth, level);
  const first = Math.min(...years.keys());
  const last = Math.max(...years.keys());
  const cells = Array.from({ length: 12 * (last - first + 1) }, (): DerivedCell => gapCell("no-growth"));
  values.forEach((value, i) => {
    const slot = growth.firstSlot + i;
    const at = 3 * (slot + 1) - 1 - 12 * first;
    if (value === null || at < 0 || at >= cells.length) return;
    const own = slot % 4 === 0;
    const before = years.get(Math.floor(slot / 4) - 1)?.values;
    const q = at % 12;
    const now = before?.[q] ?? Number.NaN;
    const former = before?.[q - 3] ?? Number.NaN;
    const open = (HALF * (now + former)) / (now - former);
    cells[at] = {
      value,
      lower: own ? null : value - open,
      upper: own ? null : value + open,
      how: own ? "published" : "differenced",
      months: 3,
      vintage: newestOf(growth.vintages[i], own ? null : growth.vintages[i - 1]),
      reason: null,
    };
  });
  return cells;
}
