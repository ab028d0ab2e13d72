import { AppError } from "../errors.ts";

/** One known figure about the finer series: the sum of its periods `from` to `to` (both included). */
export interface SumConstraint {
  from: number;
  to: number;
  total: number;
}

/**
 * Refuses constraints outside the series, upside down, overlapping, or not finite: each period belongs to one known
 * figure at most.
 */
export function checkConstraints(constraints: readonly SumConstraint[], n: number): void {
  if (constraints.length === 0)
    throw new AppError("not-enough-data", "no known figure to distribute; at least one is needed");
  const taken = new Uint8Array(n);
  for (const { from, to, total } of constraints) {
    if (!(from >= 0 && to < n && from <= to))
      throw new AppError("invalid-input", `a figure covers periods ${from} to ${to} of a series of ${n}`);
    if (!Number.isFinite(total))
      throw new AppError("invalid-input", `the figure of periods ${from} to ${to} is ${total}`);
    for (let t = from; t <= to; t++) {
      if (taken[t])
        throw new AppError(
          "invalid-input",
          `period ${t} belongs to two known figures; they must not overlap`,
        );
      taken[t] = 1;
    }
  }
}
