import type { FixedSmoothing } from "../../../models/forecast/ets/etsCoordinates.ts";
import { fitEts } from "../../../models/forecast/ets/fitEts.ts";
import { compareAtPeer, etsInput } from "../etsCase.ts";
import type { MethodCheck } from "../method.ts";

const SMOOTHING = ["alpha", "beta", "gamma", "phi"] as const;

export const check: MethodCheck = {
  method: "ets_fit",
  answeredBy: "forecast/ets/fitEts.ts#fitEts, #etsAt",
  source: "Hyndman, Koehler, Ord & Snyder (2008), chapters 2, 5, 6",
  tolerance: "relative 1e-8 at the peer's parameters; own optimum at least as likely, less 1e-3",
  reason:
    "closed recursions; the peer's Nelder–Mead stops early, so parameters are not compared with our optimum's",
  check(c, compare) {
    const { y, m } = etsInput(c);
    const fixed: FixedSmoothing = {};
    for (const name of SMOOTHING) {
      const value = c.params[name];
      if (typeof value === "number") fixed[name] = value;
    }
    const held = Object.keys(fixed).length;
    const peer = compareAtPeer(c, compare, held);
    const own = fitEts(y, m, peer.spec, fixed);
    compare.atLeast("own log-likelihood", own.logLikelihood, c.output.loglik as number, 1e-3);
  },
};
