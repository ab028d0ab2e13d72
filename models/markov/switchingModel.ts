import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";

export type SwitchingTrend = "none" | "const" | "trend" | "both";

export interface SwitchingOptions {
  regimes: number;
  /** Autoregressive order around the regime's mean; 0 for a regression. */
  order?: number;
  trend?: SwitchingTrend;
  exogenous?: Matrix | null;
  /** Whether the trend's coefficients switch. */
  switchingTrend?: boolean;
  /** Whether the exogenous coefficients switch: one answer, or one a column. */
  switchingExogenous?: boolean | readonly boolean[];
  /** Whether the autoregression switches: one answer, or one a lag. */
  switchingAr?: boolean | readonly boolean[];
  switchingVariance?: boolean;
}

/** A series and its regressors, ready for the filter. */
export interface SwitchingModel {
  y: Float64Array;
  /** n × m: constant, trend (1, 2, …), exogenous. */
  design: Matrix;
  /** Per column of the design. */
  switching: readonly boolean[];
  regimes: number;
  order: number;
  /** Per lag. */
  switchingAr: readonly boolean[];
  switchingVariance: boolean;
}

/**
 * Checks and lays out a Markov-switching model of one series. Throws AppError: "invalid-input" for fewer than 2
 * regimes, gaps, a series that does not move, or nothing that switches; "not-enough-data" with what was found and needed.
 */
export function switchingModel(y: ArrayLike<number>, options: SwitchingOptions): SwitchingModel {
  const { regimes, order = 0, trend = "const", exogenous = null } = options;
  const { switchingTrend = true, switchingExogenous = true } = options;
  const { switchingAr = false, switchingVariance = false } = options;
  if (!Number.isInteger(regimes) || regimes < 2 || !Number.isInteger(order) || order < 0)
    throw new AppError(
      "invalid-input",
      `a switching model needs at least 2 regimes and an order from 0; found ${regimes} and ${order}`,
    );
  if (regimes ** (Math.max(order, 1) + 1) > 20_000)
    throw new AppError(
      "invalid-input",
      `${regimes} regimes with ${order} lags make ${regimes ** (order + 1)} joint states; at most 20000 are filtered`,
    );
  const n = y.length;
  const columns = (trend === "none" ? 0 : trend === "both" ? 2 : 1) + (exogenous?.cols ?? 0);
  const needed = order + (regimes * (columns + 1) + order) * 2 + regimes * regimes;
  if (n < needed)
    throw new AppError(
      "not-enough-data",
      `a model of ${regimes} regimes with ${columns} regressors and ${order} lags needs ${needed} observations; found ${n}`,
    );
  const values = Float64Array.from(y);
  const bad = values.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new AppError(
      "invalid-input",
      `a switching model needs finite numbers without gaps; observation ${bad + 1} is ${values[bad]}`,
    );
  if (values.every((v) => v === values[0]))
    throw new AppError(
      "invalid-input",
      `a switching model needs a series that moves; all ${n} are ${values[0]}`,
    );
  if (exogenous && (exogenous.rows !== n || !exogenous.data.every(Number.isFinite)))
    throw new AppError(
      "invalid-input",
      `the exogenous regressors need ${n} rows of finite numbers; found ${exogenous.rows} rows`,
    );
  const design = matrix(n, columns);
  const switching: boolean[] = [];
  for (let t = 0; t < n; t++) {
    let at = t * columns;
    if (trend === "const" || trend === "both") design.data[at++] = 1;
    if (trend === "trend" || trend === "both") design.data[at++] = t + 1;
    for (let j = 0; j < (exogenous?.cols ?? 0); j++)
      design.data[at++] = exogenous!.data[t * exogenous!.cols + j]!;
  }
  for (let c = 0; c < columns - (exogenous?.cols ?? 0); c++) switching.push(switchingTrend);
  for (let j = 0; j < (exogenous?.cols ?? 0); j++)
    switching.push(
      typeof switchingExogenous === "boolean" ? switchingExogenous : (switchingExogenous[j] ?? true),
    );
  const lags = Array.from({ length: order }, (_, l) =>
    typeof switchingAr === "boolean" ? switchingAr : (switchingAr[l] ?? true),
  );
  if (!switching.includes(true) && !switchingVariance && !lags.includes(true))
    throw new AppError("invalid-input", "nothing in the model switches between its regimes");
  return { y: values, design, switching, regimes, order, switchingAr: lags, switchingVariance };
}
