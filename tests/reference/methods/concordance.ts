import { concordance } from "../../../models/cycle/concordance.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "concordance",
  answeredBy: "cycle/concordance.ts#concordance",
  source: "Harding & Pagan (2006), J. Econometrics 132",
  tolerance: "1e-12",
  reason: "counts and their ratios",
  check(c, compare) {
    const { S1, S2 } = c.input as { S1: number[]; S2: number[] };
    const out = c.output as Record<"concordance" | "correlation" | "expected_if_independent", number>;
    const ours = concordance(S1, S2);
    compare.relative("concordance", ours.concordance, out.concordance, 1e-12);
    compare.relative("correlation", ours.correlation, out.correlation, 1e-12);
    compare.relative(
      "expected if independent",
      ours.expectedIfIndependent,
      out.expected_if_independent,
      1e-12,
    );
  },
};
