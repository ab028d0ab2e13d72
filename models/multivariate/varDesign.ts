import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { type Deterministic, deterministicTerms } from "./deterministicTerms.ts";

/**
 * The regressors of a vector autoregression, one row a period t > skip:
 *   z(t) = [y(t−1)′ … y(t−p)′, d(t)′, x(t)′]
 */
export function varDesign(
  y: Matrix,
  options: {
    lags: number;
    deterministic: Deterministic;
    season: number;
    exogenous: Matrix | null;
    skip: number;
  },
): Matrix {
  const { lags, deterministic, season, exogenous, skip } = options;
  const n = y.cols;
  const rows = y.rows - skip;
  const terms = deterministicTerms({ kind: deterministic, season }, skip + 1, rows);
  const out = matrix(rows, n * lags + terms.cols + (exogenous?.cols ?? 0));
  for (let i = 0; i < rows; i++) {
    let at = i * out.cols;
    const t = skip + i;
    for (let l = 1; l <= lags; l++) for (let j = 0; j < n; j++) out.data[at++] = y.data[(t - l) * n + j]!;
    for (let j = 0; j < terms.cols; j++) out.data[at++] = terms.data[i * terms.cols + j]!;
    if (exogenous)
      for (let j = 0; j < exogenous.cols; j++) out.data[at++] = exogenous.data[t * exogenous.cols + j]!;
  }
  return out;
}
