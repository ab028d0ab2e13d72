import { chooseEtsMember } from "../../../models/forecast/ets/chooseEts.ts";
import { compareAtPeer, etsInput } from "../etsCase.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "ets_auto",
  answeredBy: "forecast/ets/chooseEts.ts#chooseEtsMember",
  source: "Hyndman, Koehler, Ord & Snyder (2008), §5.2; Hyndman & Khandakar (2008), §2",
  tolerance: "relative 1e-8 at the peer's choice and parameters; own criterion equal or lower",
  reason: "closed recursions; another member with a lower criterion is a better choice, not a difference",
  check(c, compare) {
    const { y, m } = etsInput(c);
    compareAtPeer(c, compare, 0);
    const criterion = (c.params.ic ?? "aicc") as "aicc" | "aic" | "bic";
    const own = chooseEtsMember(y, m, {
      criterion,
      additiveOnly: c.params["additive.only"] === true,
      multiplicativeTrend: c.params["allow.multiplicative.trend"] === true,
      restrict: c.params.restrict !== false,
    });
    compare.atMost(`own ${criterion}`, own[criterion], c.output[criterion] as number, 1e-3);
  },
};
