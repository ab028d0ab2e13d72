import {
  differencedModel,
  SARIMAX_PRIOR,
  type SarimaxModel,
  sarimaxAt,
} from "../../../models/arima/sarimax.ts";
import { readArima } from "../arimaCase.ts";
import type { ReferenceCase } from "../case.ts";
import type { MethodCheck } from "../method.ts";

/** statsmodels' trend by name or as flags of the powers of t. */
const TRENDS: Readonly<Record<string, readonly number[]>> = {
  n: [],
  c: [0],
  t: [1],
  ct: [0, 1],
  ctt: [0, 1, 2],
};

export function sarimaxModel(c: ReferenceCase): SarimaxModel {
  const { y, order, drivers } = readArima(c);
  const named = c.params.trend as string | number[] | null | undefined;
  const trend = Array.isArray(named)
    ? named.flatMap((on, power) => (on ? [power] : []))
    : TRENDS[named ?? "n"]!;
  const model = { y, order, drivers, trend, prior: SARIMAX_PRIOR };
  return c.params.simple_differencing === true ? differencedModel(model) : model;
}

export const check: MethodCheck = {
  method: "sarimax_loglik",
  answeredBy: "arima/sarimax.ts#sarimaxAt",
  source: "Durbin & Koopman (2012), 2nd ed., §4.3 and §7.2; conventions of statsmodels SARIMAX",
  tolerance: "1e-6; log-likelihood of differenced levels 5e-6",
  reason: "the same filter; the prior of 1e6 beside figures near 5 costs both sides six digits",
  check(c, compare) {
    const run = sarimaxAt(sarimaxModel(c), c.params.params as number[])!;
    const output = c.output as {
      loglik: number;
      llf_obs: number[];
      burn: number;
      prediction_error: (number | null)[];
      prediction_error_var: (number | null)[];
    };
    const y = readArima(c).y;
    compare.absolute("loglik", run.logLikelihood, output.loglik, run.burn > 0 ? 5e-6 : 1e-6);
    compare.array("llf_obs", run.terms, output.llf_obs, 1e-6);
    compare.equal("burn", run.burn, output.burn);
    // At a gap the peer leaves the error as it finds it; there is none.
    const known = [...y.keys()].filter((t) => !Number.isNaN(y[t]!) && t >= run.burn);
    const at = <T>(values: ArrayLike<T>) => known.map((t) => values[t]);
    compare.array("prediction_error", at(run.errors), at(output.prediction_error), 1e-6);
    compare.array("prediction_error_var", at(run.variances), at(output.prediction_error_var), 1e-6);
    const settling = [...run.errors.keys()].filter((t) => t < run.burn && !Number.isNaN(y[t]!));
    settling.forEach((t) => {
      compare.relative(`prediction_error_var[${t}]`, run.variances[t], output.prediction_error_var[t], 1e-6);
    });
  },
};
