import { logLikelihood } from "../../statespace/logLikelihood.ts";
import { planFor } from "../../statespace/plan.ts";
import { choleskyInPlace, solveLower } from "../../statistics/matrix/cholesky.ts";
import type { StructuralFit } from "./fitStructural.ts";

/** Width of the differences, relative to the parameter. */
const WIDTH = 1e-3;

/**
 * Standard errors from the observed information: J = −∂²ℓ/∂θ∂θ′ by central differences, se = √diag J⁻¹.
 * Variances estimated at 0 stand on the edge of what is allowed, where this says nothing: they and everything, where J
 * is not positive definite, get null. Harvey (1989), §4.5.1.
 */
export function structuralErrors({ system, values, y, convention }: StructuralFit): (number | null)[] {
  const { model, parameters, burn } = system;
  const plan = planFor(model, y.length);
  const inside = parameters.flatMap(({ kind }, i) => (kind === "variance" && values[i] === 0 ? [] : [i]));
  const k = inside.length;
  const at = values.slice();
  const moved = (i: number, x: number, j: number, z: number): number => {
    at.set(values);
    at[inside[i]!]! += x;
    at[inside[j]!]! += z;
    system.apply(at);
    return logLikelihood(plan, model, y, { convention, burn });
  };
  const width = inside.map((i) => WIDTH * (Math.abs(values[i]!) || 1));
  const J = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      const a = width[i]!;
      const b = width[j]!;
      const second =
        i === j
          ? (moved(i, a, i, 0) - 2 * moved(i, 0, i, 0) + moved(i, -a, i, 0)) / (a * a)
          : (moved(i, a, j, b) - moved(i, a, j, -b) - moved(i, -a, j, b) + moved(i, -a, j, -b)) / (4 * a * b);
      J[i * k + j] = -second;
    }
  system.apply(values);
  const errors: (number | null)[] = parameters.map(() => null);
  if (!J.every(Number.isFinite) || choleskyInPlace(J, k) !== 0) return errors;
  inside.forEach((i, e) => {
    // The variance is the squared length of column e of L⁻¹.
    const column = new Float64Array(k);
    column[e] = 1;
    solveLower(J, k, column);
    errors[i] = Math.sqrt(column.reduce((s, v) => s + v * v, 0));
  });
  return errors;
}
