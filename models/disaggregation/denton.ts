import { AppError } from "../errors.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { solve } from "../statistics/matrix/solve.ts";
import { checkConstraints, type SumConstraint } from "./constraints.ts";

/**
 * Spreads known sums over finer periods along an indicator, moving as little as possible against it.
 *   proportional:  min Σ (x(t)/z(t) − x(t−1)/z(t−1))²      additive:  min Σ ((x(t) − z(t)) − (x(t−1) − z(t−1)))²
 *   subject to Σ_{t in figure} x(t) = total
 * Without the first-period condition of the original, which bends the start (Cholette 1984).
 * Denton (1971), JASA 66; Dagum & Cholette (2006), Benchmarking, Temporal Distribution and Reconciliation Methods, ch. 6.
 * Dense: for a few hundred periods.
 */
export function denton(
  indicator: ArrayLike<number>,
  constraints: readonly SumConstraint[],
  kind: "proportional" | "additive",
): Float64Array {
  const n = indicator.length;
  checkConstraints(constraints, n);
  const z = Float64Array.from(indicator);
  const odd = z.findIndex((v) => !Number.isFinite(v) || (kind === "proportional" && v === 0));
  if (odd >= 0)
    throw new AppError(
      "invalid-input",
      `the indicator is ${z[odd]} at period ${odd}; a figure other than 0 is needed`,
    );
  // Unknown r: the ratio x/z, or the difference x − z. The system holds D′D and the constraints with their multipliers.
  const k = constraints.length;
  const size = n + k;
  const a = matrix(size, size);
  const b = matrix(size, 1);
  const at = (i: number, j: number, v: number): void => {
    a.data[i * size + j] = a.data[i * size + j]! + v;
  };
  for (let t = 1; t < n; t++) {
    at(t, t, 1);
    at(t - 1, t - 1, 1);
    at(t, t - 1, -1);
    at(t - 1, t, -1);
  }
  const scale = kind === "proportional" ? z : new Float64Array(n).fill(1);
  constraints.forEach(({ from, to, total }, c) => {
    let sum = 0;
    for (let t = from; t <= to; t++) {
      at(t, n + c, scale[t]!);
      at(n + c, t, scale[t]!);
      sum += z[t]!;
    }
    b.data[n + c] = kind === "proportional" ? total : total - sum;
  });
  const solved = solve(a, b);
  if (!solved) throw new AppError("invalid-input", "the known figures cannot be met along this indicator");
  return z.map((v, t) => (kind === "proportional" ? v * solved.data[t]! : v + solved.data[t]!));
}
