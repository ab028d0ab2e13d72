import { AppError } from "../errors.ts";
import { householderLeastSquares } from "../statistics/matrix/householderLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { checkPanel } from "./checkPanel.ts";
import { cointegrationSpace } from "./cointegrationSpace.ts";
import { mackinnonHaugMichelis } from "./mackinnonHaugMichelis.ts";
import type { RankCriticalValues } from "./osterwaldLenum.ts";
import { type RankTests, rankFrom, rankTests } from "./rankTests.ts";

export interface JohansenDetrended extends RankTests {
  observations: number;
  eigenvalues: Float64Array;
  /** Columns with β′ S₁₁ β = 1, the first entry positive. */
  vectors: Matrix;
  /** Per r = 0 … n−1: 10 %, 5 %, 1 %; null beyond 12 common trends. */
  criticalValues: RankCriticalValues;
  /** By the trace test at 5 %. */
  rank: number;
}

/**
 * Johansen's rank tests on series whose mean (order 0) or line (order 1) is taken out beforehand; order −1 leaves them.
 * After detrending, differences, their lags and levels are cleared of their means too (not for order −1).
 *   λ from the reduced-rank regression of Δỹ(t) on ỹ(t−1) given Δỹ(t−1) … Δỹ(t−k)
 * The convention of statsmodels and of LeSage's toolbox; critical values after MacKinnon, Haug & Michelis (1999).
 */
export function johansenDetrended(
  y: Matrix,
  { order, lagDifferences: k }: { order: -1 | 0 | 1; lagDifferences: number },
): JohansenDetrended {
  if (!Number.isInteger(k) || k < 0)
    throw new AppError(
      "invalid-input",
      `Johansen's test needs a whole number of lagged differences from 0; found ${k}`,
    );
  const n = y.cols;
  checkPanel("Johansen's test", y, k + 1 + n * (k + 2) + 1);
  const x = detrended(y, order);
  const after = order === -1 ? -1 : 0;
  const T = y.rows - k - 1;
  const differences = matrix(T, n);
  const levels = matrix(T, n);
  const shortRun = matrix(T, n * k);
  for (let i = 0; i < T; i++) {
    const t = k + 1 + i;
    const change = (back: number, j: number) => x.data[(t - back) * n + j]! - x.data[(t - back - 1) * n + j]!;
    for (let j = 0; j < n; j++) {
      differences.data[i * n + j] = change(0, j);
      levels.data[i * n + j] = x.data[(t - 1) * n + j]!;
      for (let l = 1; l <= k; l++) shortRun.data[i * n * k + (l - 1) * n + j] = change(l, j);
    }
  }
  const space = cointegrationSpace(
    detrended(differences, after),
    detrended(levels, after),
    detrended(shortRun, after),
  );
  const tests = rankTests(space.eigenvalues, n, T);
  const criticalValues = mackinnonHaugMichelis(n, order);
  return {
    ...tests,
    observations: T,
    eigenvalues: space.eigenvalues,
    vectors: positiveFirst(space.vectors),
    criticalValues,
    rank: rankFrom(
      tests.trace,
      criticalValues.trace.map((row) => row?.[1] ?? null),
    ),
  };
}

/** Residuals of each column on a constant (order 0) or on a line as well (order 1). */
function detrended(a: Matrix, order: -1 | 0 | 1): Matrix {
  if (order === -1 || a.cols === 0) return a;
  const terms = matrix(a.rows, order + 1);
  for (let t = 0; t < a.rows; t++) {
    terms.data[t * terms.cols] = 1;
    if (order === 1) terms.data[t * 2 + 1] = (2 * t) / (a.rows - 1) - 1;
  }
  return householderLeastSquares(terms, a).residuals;
}

function positiveFirst(v: Matrix): Matrix {
  return matrix(
    v.rows,
    v.cols,
    v.data.map((x, at) => (v.data[at % v.cols]! < 0 ? -x : x)),
  );
}
