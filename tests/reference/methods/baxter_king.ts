import { baxterKing } from "../../../models/filters/baxterKing.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "baxter_king",
  answeredBy: "filters/baxterKing.ts#baxterKing",
  source: "Baxter & King (1999), REStat 81",
  tolerance: "1e-8 of the largest entry",
  reason: "a moving average with the same weights",
  check(c, compare) {
    const { values } = c.input as { values: number[] };
    const { low, high, K } = c.params as { low: number; high: number; K: number };
    const out = c.output as { trend: number[]; cycle: number[] };
    const ours = baxterKing(values, { low, high }, K);
    compare.array("trend", ours.trend, out.trend, 1e-8);
    compare.array("cycle", ours.cycle, out.cycle, 1e-8);
  },
};
