import { AppError } from "../errors.ts";
import { longRunVariance } from "../regression/covariance/longRunVariance.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { bartlettVariance } from "../statistics/bartlettVariance.ts";
import { interpolate } from "../statistics/interpolate.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import { refusePerfectFit } from "./checkedSeries.ts";
import { type LagRule, lagByRule } from "./lagRule.ts";
import type { CriticalValues } from "./mackinnon.ts";
import { MULTIVARIATE, Z_ALPHA, Z_ALPHA_LEVELS } from "./phillipsOuliarisTables.ts";

export interface PhillipsOuliarisZ {
  /** Ẑ(α) of the residuals. */
  statistic: number;
  lags: number;
  /** Interpolated in the table, within [0.01, 0.15], where it ends. */
  p: number;
}

/**
 * Phillips–Ouliaris Ẑ(α): no cointegration, from the residuals u of the first column on the others.
 *   u(t) = α u(t−1) + k(t),  Ẑ = n(α̂ − 1) − ½ n² (σ² − s²)/Σu(t−1)²,  lag "short" ⌊n/100⌋ or "long" ⌊n/30⌋
 * 2 to 6 columns. Phillips & Ouliaris (1990), Econometrica 58, tables Ia and Ib.
 */
export function phillipsOuliarisZ(
  z: Matrix,
  { demean = true, lags: rule = "short" }: { demean?: boolean; lags?: number | "short" | "long" } = {},
): PhillipsOuliarisZ {
  checkColumns(z);
  const u = residualsOnOthers(z, demean ? "constant" : "none");
  const n = u.length - 1;
  let cross = 0;
  let squares = 0;
  for (let t = 1; t <= n; t++) {
    cross += u[t]! * u[t - 1]!;
    squares += u[t - 1]! ** 2;
  }
  const alpha = cross / squares;
  const k = Float64Array.from({ length: n }, (_, t) => u[t + 1]! - alpha * u[t]!);
  const lags = typeof rule === "number" ? rule : Math.floor(n / (rule === "short" ? 100 : 30));
  const statistic =
    n * (alpha - 1) - (0.5 * n * n * (bartlettVariance(k, lags) - bartlettVariance(k, 0))) / squares;
  const table = Z_ALPHA[demean ? "constant" : "none"][z.cols - 2]!;
  return { statistic, lags, p: interpolate(table, Z_ALPHA_LEVELS, statistic) };
}

export interface PhillipsOuliarisMultivariate {
  statistic: number;
  lags: number;
  critical: CriticalValues;
}

/**
 * Phillips–Ouliaris variance ratio P̂u and multivariate trace P̂z; large values speak for cointegration.
 *   z(t) = d(t) + Π z(t−1) + ξ(t),  Ω̂ the long-run variance of ξ (Bartlett)
 *   P̂u = n ω₁₁·₂/s²(u),  ω₁₁·₂ = ω₁₁ − ω₂₁′Ω₂₂⁻¹ω₂₁;   P̂z = n tr(Ω̂ M⁻¹),  M = Σ z z′/n
 * P̂z does not depend on which column comes first. Phillips & Ouliaris (1990), tables III and IV.
 */
export function phillipsOuliarisMultivariate(
  z: Matrix,
  options: { type?: "variance-ratio" | "trace"; demean?: "none" | "constant" | "trend"; lags?: LagRule } = {},
): PhillipsOuliarisMultivariate {
  const { type = "variance-ratio", demean = "none", lags: rule = "short" } = options;
  checkColumns(z);
  const { cols: m } = z;
  const n = z.rows - 1;
  const lags = lagByRule(rule, n);
  const extra = demean === "none" ? 0 : demean === "constant" ? 1 : 2;
  const past = matrix(n, m + extra);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < m; j++) past.data[t * past.cols + j] = z.data[t * m + j]!;
    for (let j = 0; j < extra; j++) past.data[t * past.cols + m + j] = (t + 1) ** j;
  }
  const residuals = matrix(n, m);
  for (let j = 0; j < m; j++) {
    const fit = qrLeastSquares(
      past,
      Float64Array.from({ length: n }, (_, t) => z.data[(t + 1) * m + j]!),
    );
    for (let t = 0; t < n; t++) residuals.data[t * m + j] = fit.residuals[t]!;
  }
  const { omega } = longRunVariance(residuals, { bandwidth: lags });
  const [ten, five, one] = MULTIVARIATE[type][demean].map((row) => row[m - 2]!);
  return {
    statistic: type === "trace" ? trace(z, omega, n) : ratio(z, omega, n, demean),
    lags,
    critical: { onePercent: one!, fivePercent: five!, tenPercent: ten! },
  };
}

function trace(z: Matrix, omega: Matrix, n: number): number {
  const m = z.cols;
  const now = matrix(n, m, z.data.slice(m));
  const solved = solvePositive(crossProduct(now, now), omega);
  if (!solved)
    throw new AppError("invalid-input", "a column is a combination of the others; cointegration needs more");
  let sum = 0;
  for (let j = 0; j < m; j++) sum += solved.data[j * m + j]!;
  return n * n * sum;
}

function ratio(z: Matrix, omega: Matrix, n: number, demean: "none" | "constant" | "trend"): number {
  const m = z.cols;
  const inner = matrix(m - 1, m - 1);
  const side = matrix(m - 1, 1);
  for (let i = 1; i < m; i++) {
    side.data[i - 1] = omega.data[i * m]!;
    for (let j = 1; j < m; j++) inner.data[(i - 1) * (m - 1) + j - 1] = omega.data[i * m + j]!;
  }
  const solved = solvePositive(inner, side);
  if (!solved)
    throw new AppError("invalid-input", "a column is a combination of the others; cointegration needs more");
  const conditional = omega.data[0]! - side.data.reduce((s, v, i) => s + v * solved.data[i]!, 0);
  const u = residualsOnOthers(z, demean);
  return (n * conditional) / (u.reduce((s, v) => s + v * v, 0) / n);
}

function residualsOnOthers(z: Matrix, demean: "none" | "constant" | "trend"): Float64Array {
  const extra = demean === "none" ? 0 : demean === "constant" ? 1 : 2;
  const { rows: n, cols: m } = z;
  const x = matrix(n, m - 1 + extra);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < extra; j++) x.data[t * x.cols + j] = (t + 1) ** j;
    for (let j = 1; j < m; j++) x.data[t * x.cols + extra + j - 1] = z.data[t * m + j]!;
  }
  const y = Float64Array.from({ length: n }, (_, t) => z.data[t * m]!);
  const { residuals, rss } = qrLeastSquares(x, y);
  refusePerfectFit(
    rss,
    y.reduce((s, v) => s + v * v, 0),
    "the Phillips–Ouliaris test",
  );
  return residuals;
}

function checkColumns(z: Matrix): void {
  if (z.cols < 2 || z.cols > 6)
    throw new AppError("invalid-input", `Phillips & Ouliaris tabulate 2 to 6 series; found ${z.cols}`);
  const needed = 10 + 3 * z.cols;
  if (z.rows < needed)
    throw new AppError("not-enough-data", `the test needs ${needed} observations; found ${z.rows}`);
}
