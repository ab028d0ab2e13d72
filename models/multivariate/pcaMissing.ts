import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { type Pca, pca } from "./pca.ts";
import { type Scaling, scaled, scalingOf } from "./pcaScaling.ts";

export interface PcaMissingOptions {
  components: number;
  scaling?: Scaling;
  normalise?: boolean;
  /** Stop when the fills move by less than this share of their length. */
  tolerance?: number;
  maxIterations?: number;
}

export interface PcaMissing extends Pca {
  /** X with its gaps (NaN) filled. */
  filled: Matrix;
  iterations: number;
  /** Whether the fills settled within the iterations allowed. */
  converged: boolean;
}

/**
 * Principal components of figures with gaps, by expectation–maximisation.
 *   fill the gaps of the scaled Z with 0 (the means);  repeat: Z[gap] ← (Z V V′)[gap] over r components
 * Scaling uses the figures that are there; the components of the filled X are scaled anew. Throws AppError
 * ("not-enough-data") for a row or column with fewer figures than components. Stock & Watson (2002), Journal of Business
 * & Economic Statistics 20, appendix A.
 */
export function pcaMissing(x: Matrix, options: PcaMissingOptions): PcaMissing {
  const { components: r, scaling = "standardise", tolerance = 5e-8, maxIterations = 100 } = options;
  const { rows, cols } = x;
  checkCoverage(x, r);
  const gaps = Array.from(x.data.keys()).filter((at) => Number.isNaN(x.data[at]!));
  const { mean, deviation } = scalingOf(x, scaling);
  const z = scaled(x, mean, deviation);
  for (const at of gaps) z.data[at] = 0;
  // Without scaling a gap starts at its series' mean.
  if (scaling === "none") {
    const centre = scalingOf(x, "demean").mean;
    for (const at of gaps) z.data[at] = centre[at % cols]!;
  }
  let iterations = 0;
  let converged = gaps.length === 0;
  while (!converged && iterations < maxIterations) {
    const { common } = pca(z, { components: r, scaling: "none" });
    let moved = 0;
    let length = 0;
    for (const at of gaps) {
      moved += (common.data[at]! - z.data[at]!) ** 2;
      length += common.data[at]! ** 2;
      z.data[at] = common.data[at]!;
    }
    iterations++;
    converged = !(Math.sqrt(moved) > tolerance * Math.sqrt(length));
  }
  const filled = matrix(rows, cols, x.data.slice());
  for (const at of gaps) filled.data[at] = z.data[at]! * deviation[at % cols]! + mean[at % cols]!;
  return {
    ...pca(filled, { components: r, scaling, normalise: options.normalise ?? true }),
    filled,
    iterations,
    converged,
  };
}

function checkCoverage(x: Matrix, r: number): void {
  const rows = new Int32Array(x.rows);
  const cols = new Int32Array(x.cols);
  x.data.forEach((v, at) => {
    if (Number.isNaN(v)) return;
    rows[Math.floor(at / x.cols)]!++;
    cols[at % x.cols]!++;
  });
  const row = rows.findIndex((count) => count < r);
  const col = cols.findIndex((count) => count < r);
  if (row >= 0 || col >= 0)
    throw new AppError(
      "not-enough-data",
      `${r} components need as many figures in every row and column; ${row >= 0 ? `row ${row + 1} has ${rows[row]}` : `column ${col + 1} has ${cols[col]}`}`,
    );
}
