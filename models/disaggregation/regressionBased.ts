import { AppError } from "../errors.ts";
import { cholesky, logDeterminantOf, solvePositive } from "../statistics/matrix/cholesky.ts";
import { fromColumns, type Matrix, matrix, transpose } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { minimiseBetween } from "../statistics/optimise/goldenSection.ts";
import { checkConstraints, type SumConstraint } from "./constraints.ts";

export interface Disaggregated {
  x: Float64Array;
  /** Standard error of each period; 0 where a figure covers the period alone. */
  standardErrors: Float64Array;
  coefficients: Float64Array;
  /** Autocorrelation of the errors: estimated (Chow–Lin) or 1 (Fernández). */
  rho: number;
}

/**
 * Best linear unbiased finer series from related series and known sums.
 *   x = Zβ + u,  Var u = σ² V,  Y = C x
 *   β̂ = (Z′C′ W⁻¹ C Z)⁻¹ Z′C′ W⁻¹ Y,  W = C V C′,   x̂ = Zβ̂ + V C′ W⁻¹ (Y − C Z β̂)
 * "chow-lin": u AR(1), ρ by maximum likelihood in (0, 1). "fernandez": u a random walk (no search; for levels that
 * drift apart from the related series).
 * Chow & Lin (1971), Review of Economics and Statistics 53; Fernández (1981), REStat 63. Dense: a few hundred periods.
 */
export function disaggregate(
  regressors: readonly ArrayLike<number>[],
  constraints: readonly SumConstraint[],
  n: number,
  method: "chow-lin" | "fernandez",
): Disaggregated {
  checkConstraints(constraints, n);
  const k = regressors.length;
  if (k === 0) throw new AppError("invalid-input", "no related series; a constant alone would do");
  for (const [j, z] of regressors.entries())
    if (z.length !== n || Array.from(z).some((v) => !Number.isFinite(v)))
      throw new AppError("invalid-input", `related series ${j + 1} must have ${n} known figures`);
  const m = constraints.length;
  if (m <= k + 1)
    throw new AppError(
      "not-enough-data",
      `${m} known figures for ${k} related series; at least ${k + 2} are needed`,
    );
  const z = fromColumns(regressors);
  const aggregate = summing(constraints, n);
  const y = matrix(
    m,
    1,
    Float64Array.from(constraints, (c) => c.total),
  );
  const at = (rho: number) => generalised(z, y, aggregate, covariance(n, rho, method), m - k);
  const rho =
    method === "fernandez"
      ? 1
      : minimiseBetween((r) => at(r)?.deviance ?? Number.POSITIVE_INFINITY, 0, 0.999, 1e-6).x;
  const fit = at(rho);
  if (!fit)
    throw new AppError("invalid-input", "the related series depend on one another within the known figures");
  return { x: fit.x, standardErrors: fit.standardErrors, coefficients: fit.beta.data, rho };
}

/** V of an AR(1) with unit innovations, or of a random walk begun at its first step. */
function covariance(n: number, rho: number, method: "chow-lin" | "fernandez"): Matrix {
  const v = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      v.data[i * n + j] =
        method === "fernandez" ? Math.min(i, j) + 1 : rho ** Math.abs(i - j) / (1 - rho * rho);
  return v;
}

function summing(constraints: readonly SumConstraint[], n: number): Matrix {
  const c = matrix(constraints.length, n);
  constraints.forEach(({ from, to }, i) => {
    c.data.fill(1, i * n + from, i * n + to + 1);
  });
  return c;
}

function generalised(z: Matrix, y: Matrix, c: Matrix, v: Matrix, df: number) {
  const n = z.rows;
  const cv = multiply(c, v);
  const w = multiply(cv, transpose(c));
  const cz = multiply(c, z);
  const l = cholesky(w);
  const wInverseCz = l && solvePositive(w, cz);
  const wInverseY = l && solvePositive(w, y);
  if (!l || !wInverseCz || !wInverseY) return null;
  const information = crossProduct(cz, wInverseCz);
  const beta = solvePositive(information, crossProduct(cz, wInverseY));
  if (!beta) return null;
  const fitted = multiply(cz, beta).data;
  const residual = matrix(
    y.rows,
    1,
    y.data.map((v0, i) => v0 - fitted[i]!),
  );
  const weighted = solvePositive(w, residual)!;
  const ssr = crossProduct(residual, weighted).data[0]!;
  const correction = crossProduct(cv, weighted).data;
  const x = multiply(z, beta).data.map((v0, i) => v0 + correction[i]!);
  // Var(x̂ − x) = σ² [ V − VC′W⁻¹CV + (Z − VC′W⁻¹CZ)(Z′C′W⁻¹CZ)⁻¹(…)′ ]
  const gain = solvePositive(w, cv)!;
  const explained = crossProduct(gain, cz).data;
  const left = matrix(
    n,
    z.cols,
    z.data.map((v0, i) => v0 - explained[i]!),
  );
  const spread = solvePositive(information, transpose(left))!;
  const sigma2 = ssr / df;
  const standardErrors = Float64Array.from({ length: n }, (_, t) => {
    let s = v.data[t * n + t]!;
    for (let i = 0; i < c.rows; i++) s -= cv.data[i * n + t]! * gain.data[i * n + t]!;
    for (let j = 0; j < z.cols; j++) s += left.data[t * z.cols + j]! * spread.data[j * n + t]!;
    // Where the figure is known the variance is zero up to rounding.
    return Math.sqrt(Math.max(0, s) < 1e-9 * v.data[t * n + t]! ? 0 : sigma2 * s);
  });
  return { x, beta, standardErrors, deviance: y.rows * Math.log(ssr / y.rows) + logDeterminantOf(l) };
}
