import { decompose } from "../../../models/seasonal/classical/decompose.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "decompose",
  answeredBy: "seasonal/classical/decompose.ts#decompose",
  source: "Kendall & Stuart (1983), The Advanced Theory of Statistics, vol. 3",
  tolerance: "1e-12 of the largest of each component",
  reason: "Sums of the same terms; the cases carry 15 digits.",
  check(c, compare) {
    const input = c.input as { values: (number | null)[]; frequency: number };
    const theirs = c.output as Record<"seasonal" | "trend" | "random" | "figure", (number | null)[]>;
    const y = Float64Array.from(input.values, (v) => v ?? Number.NaN);
    const mode = c.params.type === "multiplicative" ? "multiplicative" : "additive";
    const ours = decompose(y, { period: input.frequency, mode });
    compare.array("seasonal", ours.seasonal, theirs.seasonal, 1e-12);
    compare.array("trend", ours.trend, theirs.trend, 1e-12);
    compare.array("random", ours.random, theirs.random, 1e-12);
    compare.array("figure", ours.figure, theirs.figure, 1e-12);
  },
};
