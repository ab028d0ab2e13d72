import { hamiltonFilter, randomWalkCycle } from "../../../models/filters/hamilton.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "hamilton_filter",
  answeredBy: "filters/hamilton.ts#hamiltonFilter",
  source: "Hamilton (2018), REStat 100, eqs. 20 and 21",
  tolerance: "1e-8 of the largest entry",
  reason: "least squares on lags that nearly say the same, by reflections on both sides",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { h, p } = c.params as { h: number; p: number };
    const out = c.output as Record<"coef" | "se" | "trend" | "cycle" | "randomwalk_cycle", number[]> & {
      sigma2: number;
    };
    const ours = hamiltonFilter(values, { h, p });
    compare.array("coefficients", ours.coefficients, out.coef, 1e-8);
    compare.array("standard errors", ours.standardErrors, out.se, 1e-8);
    compare.relative("sigma2", ours.sigma2, out.sigma2, 1e-8);
    compare.array("trend", ours.trend, out.trend, 1e-8);
    compare.array("cycle", ours.cycle, out.cycle, 1e-8);
    compare.array("random-walk cycle", randomWalkCycle(values, h).cycle, out.randomwalk_cycle, 1e-8);
  },
};
