import { AppError } from "../errors.ts";
import { chiSquaredUpper } from "../statistics/distribution/chiSquared.ts";
import { normalUpper } from "../statistics/distribution/normal.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { unscaledCovariance } from "../statistics/matrix/unscaledCovariance.ts";
import type { HacOptions } from "./covariance/robustCovariance.ts";
import { sandwich, standardErrorsOf } from "./covariance/robustCovariance.ts";
import { constantOnly, design } from "./design.ts";
import { type QrFit, qrLeastSquares } from "./qrLeastSquares.ts";
import { nestedF } from "./tests/nestedF.ts";
import type { TestResult } from "./tests/testResult.ts";

export interface TwoStageInput {
  y: ArrayLike<number>;
  /** Regressors that move with the error. */
  endogenous: readonly ArrayLike<number>[];
  /** Regressors that do not; the constant is added. */
  exogenous: readonly ArrayLike<number>[];
  /** Instruments from outside the equation, at least as many as endogenous regressors. */
  instruments: readonly ArrayLike<number>[];
  names?: { endogenous?: readonly string[]; exogenous?: readonly string[]; instruments?: readonly string[] };
  /** Robust standard errors; classical without it. `{ bandwidth: 0 }` is heteroscedasticity alone. */
  hac?: HacOptions;
}

export interface TwoStage {
  /** Constant, exogenous, endogenous. */
  names: readonly string[];
  coefficients: Float64Array;
  standardErrors: Float64Array;
  /** Two-sided, normal: the theory is asymptotic. */
  p: Float64Array;
  covariance: Matrix;
  /** y − Xβ̂, with the endogenous regressors themselves. */
  residuals: Float64Array;
  sigma: number;
  /** Of the outside instruments in each first stage: below about 10 they are weak. */
  firstStage: readonly (TestResult & { regressor: string })[];
  /** Are the surplus instruments exogenous? n R² of the residuals on all instruments; null when just identified. */
  sargan: TestResult | null;
  /** Hansen's J of the two-step weighting, robust to heteroscedasticity; null when just identified. */
  hansen: TestResult | null;
  /** Is least squares consistent too? F of the first-stage residuals added to the equation. */
  wuHausman: TestResult;
}

/**
 * Two-stage least squares.
 *   X̂ = Z(Z′Z)⁻¹Z′X,  β̂ = (X̂′X̂)⁻¹X̂′y,  var β̂ = σ̂²(X̂′X̂)⁻¹,  σ̂² = e′e/(n−k),  e = y − Xβ̂
 *   Sargan n e′P_Z e/e′e ~ χ²(l − k);  Hansen g′S⁻¹g/n at the efficient two-step estimate, S = Σ e²zz′/n
 * Throws AppError: "invalid-input" for fewer instruments than endogenous regressors or collinear columns (named),
 * "not-enough-data" for fewer rows than coefficients. Davidson & MacKinnon, Econometric Theory and Methods, chapter 8;
 * Hayashi, Econometrics, §3.5–3.6; Hausman (1978), Econometrica 46.
 */
export function twoStageLeastSquares(input: TwoStageInput): TwoStage {
  const { endogenous, exogenous, instruments, names = {} } = input;
  const named = (given: readonly string[] | undefined, prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, j) => given?.[j] ?? `${prefix}${j + 1}`);
  const exogenousNames = named(names.exogenous, "exogenous", exogenous.length);
  const endogenousNames = named(names.endogenous, "endogenous", endogenous.length);
  const instrumentNames = named(names.instruments, "instrument", instruments.length);
  if (endogenous.length === 0 || instruments.length < endogenous.length)
    throw new AppError(
      "invalid-input",
      `two-stage least squares needs an endogenous regressor and as many outside instruments; found ${endogenous.length} and ${instruments.length}`,
    );
  const y = Float64Array.from(input.y);
  const n = y.length;
  const z = design([...exogenous, ...instruments], { names: [...exogenousNames, ...instrumentNames] });
  const w = (exogenous.length === 0 ? constantOnly(n) : design(exogenous)).x;
  const x = design([...exogenous, ...endogenous], { names: [...exogenousNames, ...endogenousNames] });
  const k = x.x.cols;
  const l = z.x.cols;
  if (n <= l)
    throw new AppError(
      "not-enough-data",
      `two-stage least squares with ${l} instruments needs more rows; found ${n}`,
    );
  const stages = endogenous.map((column, j) => {
    const long = qrLeastSquares(z.x, column, { names: z.names });
    const short = qrLeastSquares(w, column);
    return {
      long,
      f: { ...nestedF(short.rss, long.rss, instruments.length, n - l), regressor: endogenousNames[j]! },
    };
  });
  const projected = matrix(n, k, x.x.data.slice());
  for (let t = 0; t < n; t++)
    stages.forEach(({ long }, j) => {
      projected.data[t * k + k - endogenous.length + j] = endogenous[j]![t]! - long.residuals[t]!;
    });
  const second = qrLeastSquares(projected, y, { names: x.names });
  const residuals = residualsOf(x.x, y, second.coefficients);
  const rss = residuals.reduce((s, e) => s + e * e, 0);
  const sigma = Math.sqrt(rss / (n - k));
  const inverse = inverseOf(second, k);
  const covariance = input.hac
    ? sandwich(scoresOf(projected, residuals), inverse, input.hac).covariance
    : matrix(
        k,
        k,
        inverse.data.map((v) => v * sigma * sigma),
      );
  const standardErrors = standardErrorsOf(covariance);
  const surplus = l - k;
  const onInstruments = qrLeastSquares(z.x, residuals);
  const sargan = (n * (rss - onInstruments.rss)) / rss;
  return {
    names: x.names,
    coefficients: second.coefficients,
    standardErrors,
    p: second.coefficients.map((b, j) => 2 * normalUpper(Math.abs(b / standardErrors[j]!))),
    covariance,
    residuals,
    sigma,
    firstStage: stages.map((s) => s.f),
    sargan: surplus > 0 ? { statistic: sargan, df: surplus, p: chiSquaredUpper(sargan, surplus) } : null,
    hansen: surplus > 0 ? hansenJ(x.x, z.x, y, residuals, surplus) : null,
    wuHausman: wuHausman(
      x.x,
      y,
      stages.map((s) => s.long.residuals),
    ),
  };
}

function residualsOf(x: Matrix, y: Float64Array, b: Float64Array): Float64Array {
  const fitted = multiply(x, matrix(x.cols, 1, Float64Array.from(b))).data;
  return y.map((v, t) => v - fitted[t]!);
}

function inverseOf(fit: QrFit, k: number): Matrix {
  const out = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) out.data[i * k + j] = unscaledCovariance(fit.rInverse, k, i, j);
  return out;
}

function scoresOf(x: Matrix, e: Float64Array): Matrix {
  return matrix(
    x.rows,
    x.cols,
    x.data.map((v, at) => v * e[Math.floor(at / x.cols)]!),
  );
}

/** J = n ḡ′S⁻¹ḡ at β̂ = argmin of it, S from the first-step residuals. */
function hansenJ(
  x: Matrix,
  z: Matrix,
  y: Float64Array,
  first: Float64Array,
  surplus: number,
): TestResult | null {
  const n = x.rows;
  const u = scoresOf(z, first);
  const s = crossProduct(u, u);
  const zx = crossProduct(z, x);
  const zy = crossProduct(z, matrix(n, 1, Float64Array.from(y)));
  const sInverseZx = solvePositive(s, zx);
  if (!sInverseZx) return null;
  const b = solvePositive(crossProduct(zx, sInverseZx), crossProduct(sInverseZx, zy));
  if (!b) return null;
  const g = crossProduct(z, matrix(n, 1, Float64Array.from(residualsOf(x, y, b.data))));
  const weighted = solvePositive(s, g);
  if (!weighted) return null;
  const statistic = g.data.reduce((sum, v, i) => sum + v * weighted.data[i]!, 0);
  return { statistic, df: surplus, p: chiSquaredUpper(statistic, surplus) };
}

function wuHausman(x: Matrix, y: Float64Array, firstStage: readonly Float64Array[]): TestResult {
  const q = firstStage.length;
  const wide = matrix(x.rows, x.cols + q);
  for (let t = 0; t < x.rows; t++) {
    for (let j = 0; j < x.cols; j++) wide.data[t * wide.cols + j] = x.data[t * x.cols + j]!;
    firstStage.forEach((v, j) => {
      wide.data[t * wide.cols + x.cols + j] = v[t]!;
    });
  }
  return nestedF(qrLeastSquares(x, y).rss, qrLeastSquares(wide, y).rss, q, x.rows - wide.cols);
}
