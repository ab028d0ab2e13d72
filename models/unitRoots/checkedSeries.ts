import { AppError } from "../errors.ts";

/**
 * The series a test is to read, as numbers. Throws AppError: "not-enough-data" with what was found and needed,
 * "invalid-input" for a figure that is not finite or a series that never moves.
 */
export function checkedSeries(y: ArrayLike<number>, needed: number, test: string): Float64Array {
  const n = y.length;
  if (n < needed) throw new AppError("not-enough-data", `${test} needs ${needed} observations; found ${n}`);
  const values = Float64Array.from(y);
  const at = values.findIndex((v) => !Number.isFinite(v));
  if (at >= 0)
    throw new AppError(
      "invalid-input",
      `${test} needs finite numbers; observation ${at + 1} is ${values[at]}`,
    );
  if (values.every((v) => v === values[0]))
    throw new AppError(
      "invalid-input",
      `${test} needs a series that moves; every observation is ${values[0]}`,
    );
  return values;
}

/** What is left of a fit below this share of the whole is rounding. */
const ROUNDING = 1e-20;

/**
 * Refuses a regression that explains everything: its t-values would be quotients of rounding errors. `rss` of the fit,
 * `whole` the sum of squares it began with. Throws AppError("invalid-input").
 */
export function refusePerfectFit(rss: number, whole: number, test: string): void {
  if (!(rss > ROUNDING * whole))
    throw new AppError(
      "invalid-input",
      `${test} needs errors; the series is a line, a fixed recursion or a combination of the others, which its regression fits perfectly`,
    );
}
