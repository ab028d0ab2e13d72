import { binaryModel } from "../../../models/regression/binary/binaryModel.ts";
import { brierScore } from "../../../models/regression/binary/brierScore.ts";
import type { LinkName } from "../../../models/regression/binary/link.ts";
import { roc } from "../../../models/regression/binary/roc.ts";
import { sandwich, standardErrorsOf } from "../../../models/regression/covariance/robustCovariance.ts";
import { design } from "../../../models/regression/design.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "binary_recession",
  answeredBy: "regression/binary/binaryModel.ts#binaryModel, regression/binary/roc.ts#roc",
  source: "McCullagh & Nelder, Generalized Linear Models, §4.4; DeLong, DeLong & Clarke-Pearson (1988)",
  tolerance: "coefficients and probabilities 1e-6 relative, standard errors 1e-5; the curve 1e-9",
  reason:
    "R's glm stops when the deviance moves by less than 1e-8 of itself: its coefficients carry about seven digits",
  check(c, compare) {
    const y = c.input.y as number[];
    const rows = c.input.X as number[][];
    const names = c.input.X_names as string[];
    const columns = names.map((_, j) => rows.map((r) => r[j]!));
    const fit = binaryModel(y, design(columns, { names }), c.params.link as LinkName);
    const o = c.output as Record<string, number>;
    const list = (key: string) => c.output[key] as number[];
    const each = (what: string, ours: ArrayLike<number>, tolerance: number) =>
      list(what).forEach((v, j) => {
        compare.relative(`${what}[${j}]`, ours[j], v, tolerance);
      });
    each("coef", fit.coefficients, 1e-6);
    each("se", fit.standardErrors, 1e-5);
    compare.absolute("loglik", fit.logLikelihood, o.loglik!, 1e-6);
    compare.absolute("loglik_null", fit.logLikelihoodNull, o.loglik_null!, 1e-6);
    compare.relative("mcfadden_r2", fit.mcFaddenR2, o.mcfadden_r2, 1e-7);
    compare.relative("aic", fit.aic, o.aic, 1e-8);
    compare.relative("bic", fit.bic, o.bic, 1e-8);
    compare.array("fitted", fit.fitted, list("fitted"), 1e-6);
    each(
      "se_NW12",
      standardErrorsOf(sandwich(fit.scores, fit.covariance, { bandwidth: 12 }).covariance),
      1e-5,
    );
    compare.relative("brier", brierScore(y, fit.fitted), o.brier, 1e-7);
    const curve = roc(y, fit.fitted);
    // Regressors are differences of two-digit figures, printed with 15 digits: where the other program saw scores differ
    // by rounding noise alone, the case shows ties. Its curve then has extra corners inside our ties, which move the area
    // by up to half a tie; every corner of ours, except such a one, must still be one of its own.
    const tied = curve.thresholds.length !== list("roc_thresholds").length;
    const near = tied ? 1e-3 : 1e-9;
    compare.relative("auc", curve.auc, o.auc, tied ? 1e-4 : 1e-9);
    compare.relative("auc_se_delong", curve.standardError, o.auc_se_delong, near);
    compare.array(
      "auc_ci95_delong",
      [curve.interval.lower, curve.auc, curve.interval.upper],
      list("auc_ci95_delong"),
      tied ? 1e-4 : 1e-9,
    );
    const [best] = curve.youden;
    compare.relative("youden_threshold", best?.threshold, o.youden_threshold, 1e-6);
    compare.relative("youden_sens", best?.sensitivity, o.youden_sens, 1e-9);
    compare.relative("youden_spec", best?.specificity, o.youden_spec, 1e-9);
    const theirs = list("roc_thresholds").map(
      (v, i) => v ?? (i === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
    );
    const noise = (v: number): boolean => fit.fitted.some((score) => Math.abs(score - v) < 1e-9);
    const corners = Array.from(curve.thresholds.keys()).filter((i) => !tied || !noise(curve.thresholds[i]!));
    const ours = (values: ArrayLike<number>) => corners.map((i) => values[i]!);
    const matching = ours(curve.thresholds).map((v) => nearest(theirs, v));
    const at = (key: string) => matching.map((i) => list(key)[i]!);
    compare.array("roc_tpr", ours(curve.sensitivity), at("roc_tpr"), 1e-9);
    compare.array("roc_fpr", ours(curve.specificity.map((v) => 1 - v)), at("roc_fpr"), 1e-9);
    compare.array(
      "roc_thresholds",
      ours(curve.thresholds).slice(1, -1),
      at("roc_thresholds").slice(1, -1),
      1e-6,
    );
  },
};

function nearest(values: readonly number[], v: number): number {
  let best = 0;
  values.forEach((x, i) => {
    if (x === v || Math.abs(x - v) < Math.abs(values[best]! - v)) best = i;
  });
  return best;
}
