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
