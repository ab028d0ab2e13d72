import { AppError } from "../errors.ts";
import { qr } from "../statistics/matrix/decompose.ts";
import { householderLeastSquares } from "../statistics/matrix/householderLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import { symmetricEigen } from "../statistics/matrix/symmetricEigen.ts";

export interface CointegrationSpace {
  /** Δy(t), T × n. */
  differences: Matrix;
  /** The lagged level beside its restricted deterministic terms, T × m. */
  levels: Matrix;
  /** Lagged differences and unrestricted terms, T × k. */
  shortRun: Matrix;
  /** The first two cleared of the third: R₀ and R₁. */
  r0: Matrix;
  r1: Matrix;
  /** Squared canonical correlations, descending; m of them, those beyond n are 0. */
  eigenvalues: Float64Array;
  /** m × m, columns in the order of the eigenvalues, V′ S₁₁ V = I. */
  vectors: Matrix;
}

/**
 * The directions of the lagged level that go with the change, by reduced-rank regression:
 *   |λ S₁₁ − S₁₀ S₀₀⁻¹ S₀₁| = 0,   S_ij = R_i′R_j / T
 * computed as squared canonical correlations of orthonormal bases of R₀ and R₁, which keeps the digits that products of
 * near-integrated levels lose. Throws AppError where Δy, the levels or the short-run terms are collinear.
 * Johansen (1995), Likelihood-Based Inference in Cointegrated Vector Autoregressive Models, §6.1.
 */
export function cointegrationSpace(
  differences: Matrix,
  levels: Matrix,
  shortRun: Matrix,
): CointegrationSpace {
  const T = differences.rows;
  if (T <= shortRun.cols + levels.cols + differences.cols)
    throw new AppError(
      "not-enough-data",
      `reduced-rank regression needs more than ${shortRun.cols + levels.cols + differences.cols} rows; found ${T}`,
    );
  const r0 = cleared(differences, shortRun);
  const r1 = cleared(levels, shortRun);
  const q0 = orthonormal(r0, "differences").q;
  const base = orthonormal(r1, "levels");
  const g = crossProduct(q0, base.q);
  const { values, vectors } = symmetricEigen(crossProduct(g, g));
  const m = levels.cols;
  const out = matrix(m, m);
  const root = Math.sqrt(T);
  for (let c = 0; c < m; c++)
    for (let i = m - 1; i >= 0; i--) {
      let s = root * vectors.data[i * m + c]!;
      for (let h = i + 1; h < m; h++) s -= base.r.data[i * m + h]! * out.data[h * m + c]!;
      out.data[i * m + c] = s / base.r.data[i * m + i]!;
    }
  const eigenvalues = values.map((v, i) =>
    i < differences.cols ? Math.min(Math.max(v, 0), 1 - Number.EPSILON) : 0,
  );
  return { differences, levels, shortRun, r0, r1, eigenvalues, vectors: out };
}

const cleared = (a: Matrix, of: Matrix): Matrix =>
  of.cols === 0 ? a : householderLeastSquares(of, a).residuals;

function orthonormal(a: Matrix, what: string): { q: Matrix; r: Matrix } {
  const found = qr(a);
  let largest = 0;
  for (let i = 0; i < a.cols; i++) largest = Math.max(largest, Math.abs(found.r.data[i * a.cols + i]!));
  for (let i = 0; i < a.cols; i++)
    if (!(Math.abs(found.r.data[i * a.cols + i]!) > 1e-12 * largest))
      throw new AppError(
        "invalid-input",
        `the ${what} of the series are linearly dependent (column ${i + 1}); leave out the series that others determine`,
      );
  return found;
}
