import { AppError } from "../errors.ts";

export interface Factor {
  /** Unit lower triangle over the observed elements, p per row. */
  readonly L: Float64Array;
  readonly D: Float64Array;
}

/**
 * H = L D L′ of the rows and columns `observed` of a p × p covariance; an element that the ones before it determine gets
 * D = 0. Throws AppError("invalid-input") where H is not positive semidefinite. Golub & Van Loan, 4th ed., §4.1.2.
 */
export function ldl(H: Float64Array, p: number, observed: readonly number[]): Factor {
  const k = observed.length;
  const L = new Float64Array(p * p);
  const D = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const own = H[observed[j]! * p + observed[j]!]!;
    let d = own;
    for (let s = 0; s < j; s++) d -= L[j * p + s]! ** 2 * D[s]!;
    if (!(d >= -1e-12 * Math.abs(own)) || !Number.isFinite(d))
      throw new AppError(
        "invalid-input",
        "a covariance needs to be positive semidefinite; found a negative variance in it",
      );
    D[j] = d > 1e-14 * own ? d : 0;
    L[j * p + j] = 1;
    for (let i = j + 1; i < k; i++) {
      let x = H[observed[i]! * p + observed[j]!]!;
      for (let s = 0; s < j; s++) x -= L[i * p + s]! * L[j * p + s]! * D[s]!;
      L[i * p + j] = D[j]! > 0 ? x / D[j]! : 0;
    }
  }
  return { L, D };
}
