import { arimaAt } from "../../../models/arima/arimaAt.ts";
import { unflatten } from "../../../models/arima/arimaCovariance.ts";
import { withoutRegressors } from "../../../models/arima/arimaData.ts";
import { diffusePath } from "../../../models/arima/diffuseLikelihood.ts";
import { dataOf, readArima, withGaps } from "../arimaCase.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "arima_loglik",
  answeredBy: "arima/diffuseLikelihood.ts#diffuseLikelihood, arima/arimaLikelihood.ts#exactLikelihood",
  source: "Harvey (1989), §3.3 and §4.1; Gardner (1980), AS 154; conventions of R stats::arima",
  tolerance: "1e-7 relative; exact likelihood 1e-7 where nothing is differenced, else within 0.02",
  reason: "the same filter on the same prior; the exact likelihood has no prior to share",
  check(c, compare) {
    const read = readArima(c);
    const { order } = read;
    const k = order.p + order.q + order.P + order.Q;
    const fixed = Float64Array.from(c.params.fixed as number[]);
    const arma = unflatten(order, fixed);
    // R lists the mean before the regressors.
    const rest = [...fixed.subarray(k)];
    const effects = Float64Array.from(order.constant ? [...rest.slice(1), rest[0]!] : rest);
    const data = dataOf(read);
    const bare = withoutRegressors(data, effects);
    const at = arimaAt(bare, arma, undefined, "diffuse")!;
    const output = c.output as { sigma2: number; loglik: number; residuals: (number | null)[] };
    compare.absolute("loglik", at.logLikelihood, output.loglik, 1e-7);
    compare.relative("sigma2", at.sigma2, output.sigma2, 1e-8);
    compare.array(
      "residuals",
      diffusePath(data, arma, withGaps(data, effects), 0)!.residuals,
      output.residuals,
      1e-7,
    );
    const exact = arimaAt(bare, arma)!;
    const differencing = order.d + order.D > 0;
    if (!differencing || data.gaps.length === 0)
      compare.absolute("exact loglik", exact.logLikelihood, output.loglik, differencing ? 0.02 : 1e-7);
  },
};
