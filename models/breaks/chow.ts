import { AppError } from "../errors.ts";
import { nestedF } from "../regression/tests/nestedF.ts";
import type { TestResult } from "../regression/tests/testResult.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";
import { checkedRows } from "./recursiveResiduals.ts";
import { growingSquares } from "./segmentSquares.ts";

/**
 * Chow test of a break at a known point: all k coefficients change after observation `point` (counted from 1).
 *   F = ((RSS − RSS₁ − RSS₂)/k) / ((RSS₁ + RSS₂)/(n − 2k)) ~ F(k, n − 2k)
 * Throws AppError("invalid-input") unless k < point < n − k. Chow (1960), Econometrica 28.
 */
export function chow(y: ArrayLike<number>, x: Matrix, point: number): TestResult {
  checkedRows(x, y, "Chow tests");
  const { rows: n, cols: k } = x;
  if (!Number.isInteger(point) || point <= k || point >= n - k)
    throw new AppError(
      "invalid-input",
      `a Chow test of ${n} observations and ${k} coefficients needs a point between ${k + 1} and ${n - k - 1}; found ${point}`,
    );
  const before = growingSquares(x, y);
  const after = growingSquares(x, y, true);
  return nestedF(before[n - 1]!, before[point - 1]! + after[n - point - 1]!, k, n - 2 * k);
}
