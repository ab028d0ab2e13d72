import type { KnownFigures } from "./knownMonths.ts";

/**
 * A monthly series month by month, NaN for a gap: January–February published as one stand in both months; under `festival` January and
 * February get the mean of the two, and a January whose February is not out is left for later.
 */
export function monthsOf({ firstSlot, values, combined }: KnownFigures, festival: boolean): Float64Array {
  const x = values.slice();
  for (let i = 1; i < x.length; i++) if (combined[i] === 1 && Number.isNaN(x[i - 1]!)) x[i - 1] = x[i]!;
  if (!festival) return x;
  for (let i = 0; i < x.length; i++) {
    if ((firstSlot + i) % 12 !== 0) continue;
    const february = x[i + 1] ?? Number.NaN;
    if (Number.isNaN(february)) x[i] = Number.NaN;
    else if (!Number.isNaN(x[i]!)) x[i] = x[i + 1] = (x[i]! + february) / 2;
  }
  return x;
}
