import { emptyYear, type YearOfFigures } from "./yearsOfFigures.ts";

/** Years without a gap between them, from the first to the last that anything was said of. */
export function everyYear(found: ReadonlyMap<number, YearOfFigures>): YearOfFigures[] {
  const first = Math.min(...found.keys());
  const last = Math.max(...found.keys());
  return Array.from({ length: found.size === 0 ? 0 : last - first + 1 }, (_, i) => {
    return found.get(first + i) ?? emptyYear(first + i);
  });
}

/** The same years of another series. */
export const onYears = (
  found: ReadonlyMap<number, YearOfFigures>,
  years: readonly YearOfFigures[],
): YearOfFigures[] => years.map(({ year }) => found.get(year) ?? emptyYear(year));
