import { hodrickPrescott } from "../../../models/filters/hodrickPrescott.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "hp",
  answeredBy: "filters/hodrickPrescott.ts#hodrickPrescott",
  source: "Hodrick & Prescott (1997), JMCB 29",
  tolerance: "1e-8 of the largest entry; where λ is large, 16λ roundings of the figures",
  reason:
    "a linear system with condition 16λ: mFilter and statsmodels solve it for the trend and lose that many roundings of it (at λ = 10⁷ 3.4e-7 of a cycle of 6.7, while ours agrees with 50 digits to 1e-10)",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { lambda } = c.params as { lambda: number };
    const out = c.output as { trend: number[]; cycle: number[] };
    const ours = hodrickPrescott(values, lambda);
    const largest = (of: readonly number[]) => of.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    const lost = 16 * lambda * Number.EPSILON * largest(values);
    const near = (what: string, mine: Float64Array, theirs: readonly number[]) => {
      const size = largest(theirs);
      compare.array(what, mine, theirs, Math.max(1e-8, size > 0 ? lost / size : 0));
    };
    near("trend", ours.trend, out.trend);
    near("cycle", ours.cycle, out.cycle);
  },
};
