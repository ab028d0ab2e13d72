import { type DerivedCell, gapCell } from "./derivedCell.ts";
import type { TotalsHistory } from "./totalsHistory.ts";

/** Leaves out differences across which the year was restated; `cells` run over all months from January of `firstYear`. */
export const withoutRestated = (
  cells: readonly DerivedCell[],
  firstYear: number,
  { within }: TotalsHistory,
): DerivedCell[] =>
  cells.map((cell, i) =>
    cell.how === "differenced" && within.has(12 * firstYear + i) ? gapCell("restated-within") : cell,
  );
