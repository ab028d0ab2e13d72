import { oneSidedHodrickPrescott } from "../../../models/filters/oneSidedHodrickPrescott.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "hp_onesided",
  answeredBy: "filters/oneSidedHodrickPrescott.ts#oneSidedHodrickPrescott",
  source: "Stock & Watson (1999), J. Monetary Economics 44; end points of expanding two-sided fits",
  tolerance: "1e-8 of the largest entry",
  reason: "the same numbers by another road: one Kalman step a period against a fit for every period",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { lambda, first } = c.params as { lambda: number; first: number };
    const out = c.output as { trend: (number | null)[]; cycle: (number | null)[] };
    const ours = oneSidedHodrickPrescott(values, lambda, { first });
    compare.array("trend", ours.trend, out.trend, 1e-8);
    compare.array("cycle", ours.cycle, out.cycle, 1e-8);
  },
};
