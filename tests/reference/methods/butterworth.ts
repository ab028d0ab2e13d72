import { butterworth } from "../../../models/filters/butterworth.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "butterworth",
  answeredBy: "filters/butterworth.ts#butterworth",
  source: "Pollock (2000), J. Econometrics 99",
  tolerance: "1e-8 of the largest entry",
  reason: "gretl solves the same system in doubles, with condition up to 1e8",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { order, cutoff_degrees } = c.params as { order: number; cutoff_degrees: number };
    const out = c.output as { filtered: number[]; complement: number[] };
    const ours = butterworth(values, { order, cutOffPeriod: 360 / cutoff_degrees });
    compare.array("low-pass", ours.trend, out.filtered, 1e-8);
    compare.array("high-pass complement", ours.cycle, out.complement, 1e-8);
  },
};
