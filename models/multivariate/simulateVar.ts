import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";

/**
 * A path of y(t) = c + Σ_l A_l y(t−l) + P ε(t), ε ~ N(0, I), of `rows` rows after a run-in from zero. The same seed gives the
 * same path.
 */
export function simulateVar(
  {
    lagMatrices,
    constant,
    impact,
  }: { lagMatrices: readonly Matrix[]; constant: ArrayLike<number>; impact: Matrix },
  rows: number,
  seed: number,
  runIn = 200,
): Matrix {
  const n = impact.rows;
  const random = randomSource(seed);
  const whole = matrix(runIn + rows, n);
  const shock = new Float64Array(n);
  for (let t = 0; t < whole.rows; t++) {
    for (let j = 0; j < n; j++) shock[j] = random.normal();
    for (let i = 0; i < n; i++) {
      let s = constant[i]!;
      for (let j = 0; j < n; j++) s += impact.data[i * n + j]! * shock[j]!;
      for (let l = 1; l <= Math.min(t, lagMatrices.length); l++)
        for (let j = 0; j < n; j++) s += lagMatrices[l - 1]!.data[i * n + j]! * whole.data[(t - l) * n + j]!;
      whole.data[t * n + i] = s;
    }
  }
  return matrix(rows, n, whole.data.slice(runIn * n));
}
