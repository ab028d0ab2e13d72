import { arimaAt } from "../../../models/arima/arimaAt.ts";
import { differenced, differencePolynomial } from "../../../models/arima/arimaOrder.ts";
import { chooseArima } from "../../../models/arima/chooseArima.ts";
import { plainDifferences } from "../../../models/arima/orderOfDifferencing.ts";
import { dataOf, first, namedCoefficients } from "../arimaCase.ts";
import type { MethodCheck } from "../method.ts";
import { compareAtTheirs, readForecastArima } from "./Arima_forecast.ts";

export const check: MethodCheck = {
  method: "auto_arima",
  answeredBy: "arima/chooseArima.ts#chooseArima",
  source: "Hyndman & Khandakar (2008), Journal of Statistical Software 27(3)",
  tolerance:
    "R's model at R's coefficients 1e-6; plain differences equal; the exact AICc of our choice no higher than that of R's choice at its own coefficients",
  reason:
    "another order with a lower AICc at the same differencing passes; R's prior shifts its own AICc by up to 0.02",
  check(c, compare) {
    const chosen = c.output.order as { p: number; d: number; q: number; P?: number; D?: number; Q?: number };
    const coef = c.output.coef as Record<string, number>;
    const { p, d, q, P = 0, D = 0, Q = 0 } = chosen;
    const seasonal = first(c.params.seasonal) !== false;
    const named = { ...c, params: { ...c.params, order: [p, d, q], seasonal: [P, D, Q] } };
    const { read, lambda } = readForecastArima(named, "drift" in coef);
    const theirs = { ...read, order: { ...read.order, constant: "intercept" in coef } };
    compareAtTheirs(named, compare, theirs, lambda);

    const m = seasonal ? read.m : 1;
    compare.equal(
      "d",
      plainDifferences(differenced(read.y, differencePolynomial({ d: 0, D, m: read.m }))),
      d,
    );
    const drift = first(c.params.allowdrift) !== false;
    const mean = first(c.params.allowmean) !== false;
    const ours = chooseArima(read.y, m, {
      differences: { d, D },
      constant: d + D === 0 ? mean : drift,
      search: first(c.params.stepwise) === false ? "all" : "wide",
    })!;
    const at = arimaAt(dataOf(theirs), namedCoefficients(coef, theirs.order).arma)!;
    compare.atMost("exact AICc", ours.aicc, at.aicc, 1e-3);
  },
};
