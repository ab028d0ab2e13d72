import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { checkPanel } from "./checkPanel.ts";
import { deterministicTerms } from "./deterministicTerms.ts";

/** Where a deterministic term stands: nowhere, beside the lagged level (restricted), or free in each equation. */
export type Place = "none" | "inside" | "outside";

export interface VecmDesignOptions {
  /** Lagged differences: the lags in levels less one. */
  lagDifferences: number;
  constant?: Place;
  trend?: Place;
  /** Length of a season for centred seasonal dummies; 1 for none. */
  season?: number;
  exogenous?: Matrix | null;
  /** `transitory`: the level stands at lag 1; `long-run`: at the longest lag, and differences carry cumulated effects. */
  form?: "transitory" | "long-run";
}

export interface VecmDesign {
  differences: Matrix;
  levels: Matrix;
  shortRun: Matrix;
}

/**
 * The three blocks of an error-correction model with k lagged differences, one row for each t > k + 1:
 *   Δy(t);   [y(t−1)′, 1, t−1] with the terms that stand inside;   [Δy(t−1)′ … Δy(t−k)′, 1, t, d(t)′, x(t)′]
 * In the long-run form the level is y(t−k−1) and the trend inside is dated with it. Lütkepohl (2005), §6.4 and §7.2.
 */
export function vecmDesign(y: Matrix, options: VecmDesignOptions): VecmDesign {
  const { lagDifferences: k, constant = "none", trend = "none", season = 1, exogenous = null } = options;
  if (!Number.isInteger(k) || k < 0)
    throw new AppError(
      "invalid-input",
      `an error-correction model needs a whole number of lagged differences from 0; found ${k}`,
    );
  const n = y.cols;
  const first = k + 1;
  checkPanel("an error-correction model", y, first + n * (k + 2) + 2);
  const T = y.rows - first;
  const inside = (constant === "inside" ? 1 : 0) + (trend === "inside" ? 1 : 0);
  const terms = deterministicTerms({ kind: outsideKind(constant, trend), season }, first + 1, T);
  const extra = exogenous?.cols ?? 0;
  const differences = matrix(T, n);
  const levels = matrix(T, n + inside);
  const shortRun = matrix(T, n * k + terms.cols + extra);
  const back = options.form === "long-run" ? k + 1 : 1;
  for (let i = 0; i < T; i++) {
    const t = first + i;
    for (let j = 0; j < n; j++) {
      differences.data[i * n + j] = y.data[t * n + j]! - y.data[(t - 1) * n + j]!;
      levels.data[i * levels.cols + j] = y.data[(t - back) * n + j]!;
    }
    let at = i * levels.cols + n;
    if (constant === "inside") levels.data[at++] = 1;
    if (trend === "inside") levels.data[at] = t + 1 - back;
    at = i * shortRun.cols;
    for (let l = 1; l <= k; l++)
      for (let j = 0; j < n; j++)
        shortRun.data[at++] = y.data[(t - l) * n + j]! - y.data[(t - l - 1) * n + j]!;
    for (let j = 0; j < terms.cols; j++) shortRun.data[at++] = terms.data[i * terms.cols + j]!;
    for (let j = 0; j < extra; j++) shortRun.data[at++] = exogenous!.data[t * extra + j]!;
  }
  return { differences, levels, shortRun };
}

export const outsideKind = (constant: Place, trend: Place) =>
  constant === "outside" ? (trend === "outside" ? "both" : "const") : trend === "outside" ? "trend" : "none";
