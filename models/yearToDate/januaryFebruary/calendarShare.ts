import { AppError } from "../../errors.ts";
import { design } from "../../regression/design.ts";
import { ols } from "../../regression/ols.ts";
import { type FirstMonths, knownShares, parted, type Split } from "./split.ts";

/**
 * Calendar split: how January shares with February follows where the Spring Festival fell.
 *   logit σ(y) = α + β′ k(y),  x_Jan = σ z,   fitted on the years where both months were published
 * `calendar(year)` gives k: the festival's windows (before, during, after) that fall in January, working days, whatever moves
 * the split. Standard error by the delta method: z σ(1−σ) times that of the predicted logit.
 * METHODS: the split of choice where some years have both months (customs, power).
 */
export function splitByCalendar(
  years: readonly FirstMonths[],
  year: number,
  calendar: (year: number) => readonly number[],
): Split {
  const wanted = years.find((y) => y.year === year);
  if (!wanted) throw new AppError("not-enough-data", `no figure for January and February of ${year}`);
  const known = knownShares(years.filter((y) => y.year !== year));
  const now = [1, ...calendar(year)];
  if (known.length < now.length + 2)
    throw new AppError(
      "not-enough-data",
      `${known.length} years have January and February apart; the calendar split needs ${now.length + 2}`,
    );
  const calendars = known.map((k) => calendar(k.year));
  const columns = now.slice(1).map((_, j) => calendars.map((c) => c[j]!));
  const fit = ols(
    known.map((k) => Math.log(k.share / (1 - k.share))),
    design(columns),
  );
  const logit = now.reduce((s, v, j) => s + v * fit.coefficients[j]!, 0);
  const share = 1 / (1 + Math.exp(-logit));
  let spread = 1;
  for (let i = 0; i < now.length; i++)
    for (let j = 0; j < now.length; j++) spread += now[i]! * now[j]! * fit.unscaled.data[i * now.length + j]!;
  const se = wanted.combined * share * (1 - share) * fit.sigma * Math.sqrt(spread);
  return parted(wanted.combined, wanted.combined * share, se);
}
