import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** What is done to each series before components are taken. */
export type Scaling = "standardise" | "demean" | "none";

/** Means and divisors of the columns over their numbers; gaps (NaN) are passed over. Deviations divide by the count. */
export function scalingOf(x: Matrix, scaling: Scaling): { mean: Float64Array; deviation: Float64Array } {
  const { rows: t, cols: n } = x;
  const mean = new Float64Array(n);
  const deviation = new Float64Array(n).fill(1);
  if (scaling === "none") return { mean, deviation };
  for (let j = 0; j < n; j++) {
    let count = 0;
    let sum = 0;
    for (let i = 0; i < t; i++) {
      const v = x.data[i * n + j]!;
      if (Number.isNaN(v)) continue;
      count++;
      sum += v;
    }
    mean[j] = sum / count;
    if (scaling === "demean") continue;
    let squares = 0;
    for (let i = 0; i < t; i++) {
      const v = x.data[i * n + j]!;
      if (!Number.isNaN(v)) squares += (v - mean[j]!) ** 2;
    }
    deviation[j] = Math.sqrt(squares / count);
    if (deviation[j] === Number.POSITIVE_INFINITY)
      throw new AppError("invalid-input", `the squares of series ${j + 1} are too large; change its units`);
    if (!(deviation[j]! > 1e-12 * Math.abs(mean[j]!)))
      throw new AppError("invalid-input", `series ${j + 1} never moves and cannot be standardised`);
  }
  return { mean, deviation };
}

/** (x − mean)/deviation by column. */
export function scaled(x: Matrix, mean: Float64Array, deviation: Float64Array): Matrix {
  const { rows, cols } = x;
  return matrix(
    rows,
    cols,
    x.data.map((v, at) => (v - mean[at % cols]!) / deviation[at % cols]!),
  );
}
