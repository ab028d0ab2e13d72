import { hodrickPrescott } from "../../../models/filters/hodrickPrescott.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "hp",
  answeredBy: "filters/hodrickPrescott.ts#hodrickPrescott",
  source: "Hodrick & Prescott (1997), JMCB 29",
  tolerance: "1e-8 of the largest entry",
  reason:
    "a linear system with condition 16λ: mFilter and statsmodels solve it for the trend and lose about 1e-10 of it",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { lambda } = c.params as { lambda: number };
    const out = c.output as { trend: number[]; cycle: number[] };
    const ours = hodrickPrescott(values, lambda);
    compare.array("trend", ours.trend, out.trend, 1e-8);
    compare.array("cycle", ours.cycle, out.cycle, 1e-8);
  },
};
