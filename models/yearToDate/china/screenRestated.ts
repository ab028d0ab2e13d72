import { type DerivedCell, gapCell } from "./derivedCell.ts";

/** A month below this part of its usual weight in the year is what a restated total leaves, no month. */
const PART = 0.6;
/** Years needed to know what is usual. */
const MIN_YEARS = 5;

/**
 * Differences of running totals between which the source restated the year: they come out far too small, and nothing published
 * tells by how much. A month's weight is w = x / (mean of the year's other months); it is a gap where
 *   w < 0.6 · median of w of the same month in all years
 * `cells` run over all months from January of the first year; months in fewer than five years are not judged.
 */
export function screenRestated(cells: readonly DerivedCell[]): DerivedCell[] {
  const weight = (i: number): number | null => {
    const { value, how } = cells[i]!;
    if (value === null || how !== "differenced") return null;
    const january = i - (i % 12);
    const others = cells
      .slice(january, january + 12)
      .flatMap((c, m) => (january + m !== i && c.how === "differenced" && c.value !== null ? [c.value] : []));
    if (others.length === 0) return null;
    return value / (others.reduce((s, v) => s + v, 0) / others.length);
  };
  const weights = cells.map((_, i) => weight(i));
  return cells.map((cell, i) => {
    const own = weights[i] ?? null;
    const same = weights.filter((w, j): w is number => j % 12 === i % 12 && w !== null).sort((a, b) => a - b);
    if (own === null || same.length < MIN_YEARS) return cell;
    return own < PART * same[(same.length - 1) >> 1]! ? gapCell("restated-within") : cell;
  });
}
