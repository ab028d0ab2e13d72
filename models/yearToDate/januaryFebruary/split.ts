import { AppError } from "../../errors.ts";

/** January and February of a year: together always, apart where they were published. */
export interface FirstMonths {
  year: number;
  combined: number;
  /** null where only the sum was published. */
  january: number | null;
}

/** The two months apart. They sum to the published figure exactly. */
export interface Split {
  january: number;
  february: number;
  /** Of either month (their errors are each other's mirror); null where the method gives none. */
  standardError: number | null;
}

/** February is what January leaves of the two. */
export const parted = (combined: number, january: number, standardError: number | null = null): Split => ({
  january,
  february: combined - january,
  standardError,
});

/** January's share of the two months in the years where both are known; refuses shares outside (0, 1). */
export function knownShares(years: readonly FirstMonths[]): { year: number; share: number }[] {
  return years.flatMap(({ year, combined, january }) => {
    if (january === null) return [];
    const share = january / combined;
    if (!(share > 0 && share < 1))
      throw new AppError(
        "invalid-input",
        `January ${year} is ${january} of ${combined} for both months; a share needs two positive months`,
      );
    return [{ year, share }];
  });
}
