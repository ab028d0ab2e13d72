import { fitSwitching } from "../../../models/markov/fitSwitching.ts";
import { byMean } from "../../../models/markov/orderRegimes.ts";
import { smoothSwitching } from "../../../models/markov/smoothSwitching.ts";
import { switchingErrors } from "../../../models/markov/switchingErrors.ts";
import {
  type SwitchingOptions,
  type SwitchingTrend,
  switchingModel,
} from "../../../models/markov/switchingModel.ts";
import { packParameters, unpackParameters } from "../../../models/markov/switchingParameters.ts";
import { fromRows, type Matrix, toRows, transpose } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const TREND: Readonly<Record<string, SwitchingTrend>> = { n: "none", c: "const", t: "trend", ct: "both" };
const SEED = 20_26;

function optionsOf(params: Record<string, unknown>, exogenous: number[][] | undefined): SwitchingOptions {
  const autoregression = params.model === "MarkovAutoregression";
  return {
    regimes: params.k_regimes as number,
    order: (params.order as number | undefined) ?? 0,
    trend: TREND[(params.trend as string | undefined) ?? "c"]!,
    exogenous: exogenous ? fromRows(exogenous) : null,
    switchingTrend: (params.switching_trend as boolean | undefined) ?? true,
    switchingExogenous: (params.switching_exog as boolean | boolean[] | undefined) ?? !autoregression,
    switchingAr: (params.switching_ar as boolean | boolean[] | undefined) ?? autoregression,
    switchingVariance: (params.switching_variance as boolean | undefined) ?? false,
  };
}

export const check: MethodCheck = {
  method: "markov_switching",
  answeredBy: "markov/fitSwitching.ts#fitSwitching, smoothSwitching, switchingErrors",
  source: "Hamilton (1989), Econometrica 57; Kim & Nelson (1999), chapter 4",
  tolerance:
    "at the peer's parameters: likelihood 1e-6, probabilities 1e-8, standard errors relative 1e-3; our optimum at least theirs − 1e-3",
  reason: "the filter is exact; their Hessian and ours are numerical",
  check(c, compare) {
    const y = c.input.values as number[];
    const options = optionsOf(c.params, c.input.exog as number[][] | undefined);
    const model = switchingModel(y, options);
    const out = c.output as Record<string, number[]> & Record<string, number>;
    const theirs = unpackParameters(model, out.params!);
    // A regime that passes through its figures without error makes the likelihood as high as rounding lets it: no optimum.
    const largest = y.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    if (theirs.variances.some((v) => v < 1e-12 * largest ** 2)) {
      compare.equal(
        "our optimum is finite",
        String(Number.isFinite(fitSwitching(y, options, { seed: SEED }).logLikelihood)),
        "true",
      );
      return;
    }
    const got = smoothSwitching(model, theirs);
    // With switching variances and p ≥ 2 lags the peer takes the variance of the regime of t − p + 1 for that of t.
    if (options.switchingVariance && options.order! > 1) {
      const own = fitSwitching(y, options, { seed: SEED });
      compare.atLeast(
        "our optimum against the peer's parameters",
        own.logLikelihood,
        got.logLikelihood,
        1e-3,
      );
      return;
    }
    compare.absolute("loglik", got.logLikelihood, out.loglik, 1e-6);
    const byRegime = (m: Matrix) => toRows(transpose(m));
    for (const key of ["predicted", "filtered", "smoothed"] as const)
      compare.array(key, byRegime(got[key]), out[key]!, 1e-8);
    got.fitted.forEach((v, t) => {
      compare.relative(`fittedvalues[${t}]`, v, out.fittedvalues![t], 1e-8, largest);
    });
    compare.array(
      "regime_transition",
      theirs.transition,
      (out.regime_transition as unknown as number[][]).flat(),
      1e-9,
    );
    compare.array("expected_durations", got.expectedDurations, out.expected_durations!, 1e-8);
    const count = out.params!.length;
    const T = got.fitted.length;
    compare.relative("aic", 2 * count - 2 * got.logLikelihood, out.aic, 1e-8);
    compare.relative("bic", Math.log(T) * count - 2 * got.logLikelihood, out.bic, 1e-8);
    // A probability on its edge has no standard error of ours; the peer differentiates across the edge, which spoils the
    // other errors too, and where it stopped short of its optimum neither information may be positive definite.
    const errors = switchingErrors(model, Float64Array.from(out.params!));
    if (errors.every(Number.isFinite))
      out.se?.forEach((se, i) => {
        compare.relative(`se ${i}`, errors[i], se, 1e-3);
      });
    if (c.params.fixed_params) return;
    const ours = fitSwitching(y, options, { seed: SEED });
    compare.atLeast("our optimum", ours.logLikelihood, out.loglik, 1e-3);
    if (ours.logLikelihood > got.logLikelihood + 1e-3 || !out.se) return;
    const labelled = packParameters(model, byMean(model, theirs));
    const scale = switchingErrors(model, labelled);
    labelled.forEach((value, i) => {
      if (Number.isFinite(scale[i]))
        compare.absolute(
          `estimate ${i} in standard errors`,
          ours.estimates[i]! / scale[i]!,
          value / scale[i]!,
          1e-2,
        );
    });
  },
};
