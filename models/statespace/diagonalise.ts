import { type Factor, ldl } from "./ldl.ts";
import type { Plan } from "./plan.ts";
import { readRows } from "./sparseRows.ts";

/**
 * Makes correlated observation errors independent, for the elements observed in each period:
 *   H = L D L′,   y* = L⁻¹ y,   Z* = L⁻¹ Z,   Var ε* = D,   |L| = 1
 * so the likelihood is that of y. L depends on which elements are missing and is worked out once per pattern while H is
 * constant. Expects y less d in the plan; writes y, Z and h of the plan.
 * Throws AppError("invalid-input") where H is not positive semidefinite. Durbin & Koopman, 2nd ed., §6.4.3.
 */
export function diagonalise(plan: Plan, Z: Float64Array, H: Float64Array): void {
  const { n, p, m, y, varies } = plan;
  const hStep = varies.h ? p * p : 0;
  const zStep = varies.Z ? p * m : 0;
  const known = new Map<string, Factor>();
  const dense = new Float64Array(p * m);
  let row = 0;
  for (let t = 0; t < n; t++) {
    const observed: number[] = [];
    for (let i = 0; i < p; i++) if (!Number.isNaN(y[t * p + i]!)) observed.push(i);
    const pattern = observed.join();
    let factor = varies.h ? undefined : known.get(pattern);
    if (!factor) {
      factor = ldl(H.subarray(t * hStep, t * hStep + p * p), p, observed);
      known.set(pattern, factor);
    }
    const { L, D } = factor;
    dense.fill(0);
    observed.forEach((i, k) => {
      for (let j = 0; j < m; j++) dense[i * m + j] = Z[t * zStep + i * m + j]!;
      for (let s = 0; s < k; s++) {
        const x = L[k * p + s]!;
        if (x === 0) continue;
        const before = observed[s]!;
        y[t * p + i]! -= x * y[t * p + before]!;
        for (let j = 0; j < m; j++) dense[i * m + j]! -= x * dense[before * m + j]!;
      }
      plan.h[t * p + i] = D[k]!;
    });
    row = readRows(plan.Z, dense, p, m, row);
  }
}
