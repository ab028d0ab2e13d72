import type { SumConstraint } from "../../disaggregation/constraints.ts";
import { disaggregate } from "../../disaggregation/regressionBased.ts";
import { AppError } from "../../errors.ts";
import { parted, type Split } from "./split.ts";

/**
 * Split along a monthly series that moves alike (power for output, customs for orders): every month known alone is kept,
 * January–February is spread by Chow–Lin or Fernández.
 * `values`: months from January of the first year, NaN in a January that was not published alone, whose February
 * then holds both. `combined`: the positions of those Februaries. Answers with the split of each of them.
 */
export function splitByRelated(
  values: ArrayLike<number>,
  related: readonly ArrayLike<number>[],
  combined: readonly number[],
  method: "chow-lin" | "fernandez" = "chow-lin",
): ReadonlyMap<number, Split> {
  const n = values.length;
  const constraints: SumConstraint[] = [];
  for (let t = 0; t < n; t++) {
    const both = combined.includes(t);
    if (both && !Number.isNaN(values[t - 1] ?? Number.NaN))
      throw new AppError(
        "invalid-input",
        `period ${t} holds two months, yet the month before it has a figure of its own`,
      );
    if (!Number.isNaN(values[t]!)) constraints.push({ from: both ? t - 1 : t, to: t, total: values[t]! });
  }
  const { x, standardErrors } = disaggregate(related, constraints, n, method);
  return new Map(combined.map((t) => [t, parted(values[t]!, x[t - 1]!, standardErrors[t - 1]!)]));
}
