import { standardErrors } from "../../../models/arima/arimaCovariance.ts";
import { fitArima } from "../../../models/arima/fitArima.ts";
import { fitSarimax, outerProductCovariance, sarimaxAt } from "../../../models/arima/sarimax.ts";
import { readArima } from "../arimaCase.ts";
import type { MethodCheck } from "../method.ts";
import { sarimaxModel } from "./sarimax_loglik.ts";

export const check: MethodCheck = {
  method: "sarimax_statsmodels",
  answeredBy: "arima/sarimax.ts#sarimaxAt, #fitSarimax, #outerProductCovariance",
  source: "Durbin & Koopman (2012), 2nd ed., §4.3 and §7.2; conventions of statsmodels SARIMAX",
  tolerance:
    "at statsmodels' parameters 1e-6; our optimum at least theirs − 1e-5, parameters within 1e-2 of their standard errors, standard errors 1e-2, forecasts 1e-3",
  reason: "its default fit stops where its own rule lets it; complex steps against central differences",
  check(c, compare) {
    const model = sarimaxModel(c);
    const { future, drivers } = readArima(c);
    const output = c.output as Record<string, number[]> & { loglik: number; aic: number; bic: number };
    const names = c.output.param_names as string[];
    const theirs = output.params!;
    const run = sarimaxAt(model, theirs)!;
    const k = theirs.length;
    // Near a unit root the peer's stationary start loses digits: at a seasonal φ of 0.99997 its log-likelihood is 1.4e-5
    // away from that with 60 digits, ours 6e-11; and the information is too near singular for standard errors.
    const stays = distanceFromUnitRoot(names, theirs);
    const near = stays < 1e-3 ? 1e-5 : 1e-6;
    compare.absolute(
      "loglik",
      run.logLikelihood,
      output.loglik,
      stays < 1e-3 ? 1e-4 : run.burn > 0 ? 5e-6 : 1e-6,
    );
    compare.equal("burn", run.burn, c.output.loglikelihood_burn as number);
    compare.array("resid", run.errors, output.resid!, near);
    compare.array("fittedvalues", run.predictions, output.fittedvalues!, near);
    compare.array(
      "standardized_resid",
      // At a gap the peer writes 0.
      run.errors.map((v, t) => (Number.isNaN(v) ? 0 : v / Math.sqrt(run.variances[t]!))),
      output.standardized_resid!,
      near,
    );
    const horizon = output.forecast!.length;
    const bounds = (mean: Float64Array, sd: Float64Array, tolerance: number, what: string): void => {
      compare.array(`forecast ${what}`, mean, output.forecast!, tolerance);
      compare.array(`forecast_se ${what}`, sd, output.forecast_se!, tolerance);
      const z = 1.959963984540054;
      compare.array(
        `lower95 ${what}`,
        mean.map((v, h) => v - z * sd[h]!),
        output.lower95!,
        tolerance,
      );
      compare.array(
        `upper95 ${what}`,
        mean.map((v, h) => v + z * sd[h]!),
        output.upper95!,
        tolerance,
      );
    };
    const ahead = run.forecast(horizon, future);
    bounds(ahead.mean, ahead.sd, near, "at their parameters");
    // On the edge of invertibility the likelihood is flat, and neither error says something.
    const known = output.se!.every((se, i) => se < 100 * (1 + Math.abs(theirs[i]!)));
    if (stays >= 1e-3 && known) {
      const se = standardErrors(outerProductCovariance(model, Float64Array.from(theirs))!);
      compare.array(
        "se",
        se.map((v, i) => v / output.se![i]!),
        output.se!.map(() => 1),
        1e-2,
      );
    }

    const fit = fitSarimax(model)!;
    compare.atLeast("loglik of our optimum", fit.logLikelihood, output.loglik, 1e-5);
    compare.atMost("aic", 2 * k - 2 * fit.logLikelihood, output.aic, 2e-5);
    compare.atMost("bic", k * Math.log(model.y.length - run.burn) - 2 * fit.logLikelihood, output.bic, 2e-5);
    // A higher optimum is another place: its parameters are not the peer's.
    if (fit.logLikelihood > output.loglik + 1e-3) return;
    names.forEach((name, i) => {
      compare.absolute(name, fit.parameters[i], theirs[i], 1e-2 * output.se![i]!);
    });
    const own = sarimaxAt(model, fit.parameters)!.forecast(horizon, future);
    bounds(own.mean, own.sd, 1e-3, "of our optimum");

    // Without a trend in the recursion the product's exact fit is the same model, but for what the prior adds: against the
    // peer's parameters under a prior that is large beside the figures too.
    const trendless = model.trend.every((power) => power === 0);
    if (trendless && (model.trend.length === 0 || model.order.d + model.order.D === 0)) {
      const exact = fitArima(model.y, { ...model.order, constant: model.trend.length > 0 }, { drivers })!;
      const wide = { ...model, prior: Math.max(model.prior, 1e9 * theirs.at(-1)!) };
      const settled = sarimaxAt(wide, theirs)!.logLikelihood;
      compare.atLeast("exact loglik of our optimum", exact.logLikelihood, settled, 1e-4);
    }
  },
};

/** (1 − Σφ)(1 − ΣΦ): 0 at a unit root. */
function distanceFromUnitRoot(names: readonly string[], values: readonly number[]): number {
  const left = (of: RegExp) => 1 - names.reduce((sum, name, i) => sum + (of.test(name) ? values[i]! : 0), 0);
  return left(/^ar\.L/) * left(/^ar\.S/);
}
