import { AppError } from "../../errors.ts";
import { type FirstMonths, knownShares, parted, type Split } from "./split.ts";

/**
 * Equal growth in both months: the share of January in the latest earlier year where both were published goes on.
 *   x_Jan(y) = z(y) · x_Jan(y₀)/z(y₀)
 * Common practice, and wrong by as much as the Spring Festival moved between the two years: for comparison.
 */
export function splitByEqualGrowth(years: readonly FirstMonths[], year: number): Split {
  const wanted = years.find((y) => y.year === year);
  const before = knownShares(years.filter((y) => y.year < year)).at(-1);
  if (!wanted || !before)
    throw new AppError(
      "not-enough-data",
      wanted
        ? `no year before ${year} has January and February apart`
        : `no figure for January and February of ${year}`,
    );
  return parted(wanted.combined, wanted.combined * before.share);
}
