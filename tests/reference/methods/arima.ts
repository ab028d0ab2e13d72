import { arimaAt } from "../../../models/arima/arimaAt.ts";
import { arimaCovariance, flatten, standardErrors } from "../../../models/arima/arimaCovariance.ts";
import { withoutRegressors } from "../../../models/arima/arimaData.ts";
import { arimaPath } from "../../../models/arima/arimaForecast.ts";
import { armaPolynomials } from "../../../models/arima/arimaOrder.ts";
import { recursion } from "../../../models/arima/conditionalLikelihood.ts";
import { diffusePath } from "../../../models/arima/diffuseLikelihood.ts";
import { fitArima } from "../../../models/arima/fitArima.ts";
import { dataOf, inOrderOfR, namedCoefficients, readArima, withGaps } from "../arimaCase.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "arima",
  answeredBy: "arima/fitArima.ts#fitArima",
  source:
    "Box, Jenkins, Reinsel & Ljung, Time Series Analysis, 5th ed., chapters 4–9; Harvey (1989); conventions of R stats::arima",
  tolerance:
    "at R's coefficients 1e-6; our optimum at least R's − 1e-5, coefficients within 1e-2 of their standard errors, standard errors 2e-2, forecasts 1e-3",
  reason:
    "R's likelihood rests on a prior of variance 1e6, taken as the option `diffuse`; R stops at its own tolerance and differences its Hessian with a step of 1e-3",
  check(c, compare) {
    const read = readArima(c);
    const { order, y, drivers, horizon, future } = read;
    const output = c.output as Record<string, number> & {
      coef: Record<string, number>;
      se: Record<string, number>;
      residuals: (number | null)[];
      pred: number[];
      pred_se: number[];
    };
    const data = dataOf(read);
    const method = c.params.method === "CSS" ? "conditional" : "diffuse";
    const theirs = namedCoefficients(output.coef, order);
    const bare = withoutRegressors(data, theirs.effects);
    const at = arimaAt(bare, theirs.arma, undefined, method)!;
    compare.absolute("loglik at R's coefficients", at.logLikelihood, output.loglik, 1e-6);
    compare.relative("sigma2 at R's coefficients", at.sigma2, output.sigma2, 1e-7);
    if (output.nobs !== undefined) compare.equal("figures used", at.n, output.nobs);
    const path = diffusePath(data, theirs.arma, withGaps(data, theirs.effects), horizon, future)!;
    const residuals = method === "conditional" ? new Float64Array(bare.w.length) : path.residuals;
    if (method === "conditional") recursion(armaPolynomials(order, theirs.arma), bare.w, residuals);
    const lead = y.length - residuals.length;
    compare.array("residuals", [...new Float64Array(lead), ...residuals], output.residuals, 1e-6);
    compare.array("pred at R's coefficients", path.mean, output.pred, 1e-6);
    compare.array(
      "pred_se at R's coefficients",
      path.variance.map((v) => Math.sqrt(v * output.sigma2!)),
      output.pred_se,
      1e-6,
    );

    const fit = fitArima(y, order, { drivers, method })!;
    compare.atLeast("loglik", fit.logLikelihood, output.loglik, 1e-5);
    // R gives no AIC with the conditional sum of squares.
    if (output.aic !== null) compare.atMost("aic", fit.aic, output.aic, 2e-5);
    // A higher optimum is another place: its coefficients are not R's. At the edge of invertibility there is no curvature to
    // take standard errors from, and R's prior, which nearly takes part in the likelihood there, moves it by whole units.
    const elsewhere = fit.logLikelihood > output.loglik! + 1e-3;
    const edge = fit.nearNoninvertible > 0.999;
    if (!elsewhere) {
      compare.relative("sigma2", fit.sigma2, output.sigma2, 1e-3);
      const names = Object.keys(output.coef);
      const effects = fit.coefficients.subarray(data.gaps.length);
      const ours = inOrderOfR([...flatten(fit.arma), ...effects], order);
      names.forEach((name, i) => {
        compare.absolute(name, ours[i], output.coef[name], (edge ? 5e-2 : 1e-2) * output.se[name]!);
      });
      const covariance = arimaCovariance(fit);
      const errors = covariance ? inOrderOfR(standardErrors(covariance), order) : [];
      if (!edge)
        names.forEach((name, i) => {
          compare.relative(`se of ${name}`, errors[i], output.se[name], 2e-2);
        });
      const own = diffusePath(data, fit.arma, fit.coefficients, horizon, future)!;
      compare.array("pred", own.mean, output.pred, 1e-3);
      compare.array(
        "pred_se",
        own.variance.map((v) => Math.sqrt(v * fit.sigma2)),
        output.pred_se,
        1e-3,
      );
    }

    // The exact likelihood is R's own where nothing is differenced; else it lies below by what the prior adds. With gaps in a
    // differenced series R counts its figures otherwise than the exact likelihood does, and the two are not comparable.
    const exact = arimaAt(bare, theirs.arma);
    if (!edge && method === "diffuse" && (order.d + order.D === 0 || data.gaps.length === 0))
      compare.absolute(
        "exact loglik at R's coefficients",
        exact?.logLikelihood,
        output.loglik,
        order.d + order.D === 0 ? 1e-6 : 0.02,
      );
    // The product's own way ahead from the exact likelihood: R's but for the prior.
    if (!edge && method === "diffuse" && exact && (order.d + order.D === 0 || data.gaps.length === 0)) {
      const tolerance = order.d + order.D === 0 ? 1e-8 : 1e-5;
      const { mean, sd } = arimaPath(exact, horizon);
      const scale = Math.sqrt(output.sigma2! / exact.innovationVariance);
      compare.array(
        "exact pred_se",
        sd.map((v) => v * scale),
        output.pred_se,
        tolerance,
      );
      if (theirs.effects.length === 0) compare.array("exact pred", mean, output.pred, tolerance);
    }
  },
};
