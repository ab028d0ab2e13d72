import { AppError } from "../errors.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";

/**
 * Throws AppError unless every cell is a finite number and every column moves: "invalid-input" names the row and the
 * column, "not-enough-data" says how many rows were found and needed.
 */
export function checkPanel(who: string, y: Matrix, neededRows: number): void {
  if (y.cols < 1 || y.rows < neededRows)
    throw new AppError(
      "not-enough-data",
      `${who} needs at least ${neededRows} rows of ${Math.max(1, y.cols)} series; found ${y.rows} of ${y.cols}`,
    );
  for (let j = 0; j < y.cols; j++) {
    let moves = false;
    for (let t = 0; t < y.rows; t++) {
      const v = y.data[t * y.cols + j]!;
      if (!Number.isFinite(v))
        throw new AppError(
          "invalid-input",
          `${who} needs finite numbers without gaps; row ${t + 1} of series ${j + 1} holds ${v}`,
        );
      if (v !== y.data[j]) moves = true;
    }
    if (!moves)
      throw new AppError(
        "invalid-input",
        `${who} needs series that move; series ${j + 1} is ${y.data[j]} throughout`,
      );
  }
}
