import { AppError } from "../errors.ts";
import { choleskyInPlace, solveLower, solveLowerTransposed } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

/** The value that series `series` is known or assumed to take `step` periods ahead (1 = next). */
export interface Condition {
  step: number;
  series: number;
  value: number;
}

/** How a whole path of H steps of n series answers to what is known of it. */
export interface PathConditioning {
  /** Where each condition stands in the path, row by row. */
  cells: Int32Array;
  /** Hn × c: C_{·c} C_{cc}⁻¹. */
  gain: Float64Array;
  /** Conditional variance of every cell. */
  variance: Matrix;
}

/**
 * The forecast error of the path is joint normal with blocks C_{gh} = Σ_{i≤min(g,h)} Θ_{g−i} Θ_{h−i}′; conditions on c of
 * its cells move every other one by
 *   G = C_{·c} C_{cc}⁻¹,   mean = ŷ + G (r − ŷ_c),   variance = diag(C − G C_{c·})
 * A drawn path becomes a draw given the conditions by the same correction: y* = y + G (r − y_c).
 * Throws AppError("invalid-input") for a step or series out of range, or conditions that contradict each other.
 * Waggoner & Zha (1999), Review of Economics and Statistics 81; Bańbura, Giannone & Lenza (2015).
 */
export function conditionPath(
  responses: readonly Matrix[],
  conditions: readonly Condition[],
): PathConditioning {
  const H = responses.length;
  const n = responses[0]?.rows ?? 0;
  const c = conditions.length;
  for (const { step, series, value } of conditions)
    if (!(step >= 1 && step <= H && series >= 0 && series < n && Number.isFinite(value)))
      throw new AppError(
        "invalid-input",
        `a condition needs a step in 1 … ${H}, a series in 0 … ${n - 1} and a finite value; found step ${step}, series ${series}, value ${value}`,
      );
  const cells = Int32Array.from(conditions, ({ step, series }) => (step - 1) * n + series);
  const toCells = new Float64Array(H * n * c);
  for (let a = 0; a < H * n; a++)
    for (let b = 0; b < c; b++) toCells[a * c + b] = covariance(responses, n, a, cells[b]!);
  const among = new Float64Array(c * c);
  for (let a = 0; a < c; a++) for (let b = 0; b < c; b++) among[a * c + b] = toCells[cells[a]! * c + b]!;
  if (choleskyInPlace(among, c) !== 0)
    throw new AppError(
      "invalid-input",
      "the conditions repeat or contradict each other; name each cell once, and no cell that others determine",
    );
  const gain = toCells.slice();
  const variance = matrix(H, n);
  for (let a = 0; a < H * n; a++) {
    const row = gain.subarray(a * c, (a + 1) * c);
    solveLower(among, c, row);
    let explained = 0;
    for (let b = 0; b < c; b++) explained += row[b]! ** 2;
    variance.data[a] = Math.max(0, covariance(responses, n, a, a) - explained);
    solveLowerTransposed(among, c, row);
  }
  for (const cell of cells) variance.data[cell] = 0;
  return { cells, gain, variance };
}

/** Moves a path (H × n) to meet the conditions, in place. */
export function meetConditions(
  path: Float64Array,
  { cells, gain }: PathConditioning,
  conditions: readonly Condition[],
): void {
  const c = cells.length;
  const short = Float64Array.from(conditions, ({ value }, b) => value - path[cells[b]!]!);
  for (let a = 0; a < path.length; a++) {
    let s = 0;
    for (let b = 0; b < c; b++) s += gain[a * c + b]! * short[b]!;
    path[a] = path[a]! + s;
  }
}

function covariance(responses: readonly Matrix[], n: number, a: number, b: number): number {
  const [g, i] = [Math.floor(a / n), a % n];
  const [h, j] = [Math.floor(b / n), b % n];
  let sum = 0;
  for (let at = 0; at <= Math.min(g, h); at++) {
    const left = responses[g - at]!.data;
    const right = responses[h - at]!.data;
    for (let k = 0; k < n; k++) sum += left[i * n + k]! * right[j * n + k]!;
  }
  return sum;
}

/** Mean and variance of a path given its unconditional mean, its responses Θ_0 … Θ_{H−1} and conditions. */
export function conditionalForecast(
  mean: Matrix,
  responses: readonly Matrix[],
  conditions: readonly Condition[],
): { mean: Matrix; variance: Matrix } {
  const conditioning = conditionPath(responses, conditions);
  const moved = matrix(mean.rows, mean.cols, mean.data.slice());
  meetConditions(moved.data, conditioning, conditions);
  return { mean: moved, variance: conditioning.variance };
}
