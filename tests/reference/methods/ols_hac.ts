import {
  hacCovariance,
  hcCovariance,
  standardErrorsOf,
} from "../../../models/regression/covariance/robustCovariance.ts";
import { design } from "../../../models/regression/design.ts";
import { ols } from "../../../models/regression/ols.ts";
import { breuschGodfrey } from "../../../models/regression/tests/breuschGodfrey.ts";
import { breuschPagan } from "../../../models/regression/tests/breuschPagan.ts";
import { durbinWatson } from "../../../models/regression/tests/durbinWatson.ts";
import { jarqueBera } from "../../../models/regression/tests/jarqueBera.ts";
import { ljungBox } from "../../../models/regression/tests/ljungBox.ts";
import { reset } from "../../../models/regression/tests/reset.ts";
import type { MethodCheck } from "../method.ts";

/** Tails below this carry no digits the other program vouches for. */
const P_FLOOR = 1e-300;

export const check: MethodCheck = {
  method: "ols_hac",
  answeredBy: "regression/ols.ts#ols, regression/covariance/robustCovariance.ts, regression/tests/",
  source:
    "Davidson & MacKinnon, Econometric Theory and Methods, chapters 1–5; Newey & West (1987, 1994); Andrews (1991)",
  tolerance: "relative 1e-9; automatic bandwidths 1e-8",
  reason:
    "both sides solve by QR; the reference carries 15 digits and the design's condition takes some of them",
  check(c, compare) {
    const y = c.input.y as number[];
    const rows = c.input.X as number[][];
    const names = c.input.X_names as string[];
    const lag = c.params.hac_lags as number;
    const fit = ols(
      y,
      design(
        names.map((_, j) => rows.map((r) => r[j]!)),
        { names },
      ),
    );
    const o = c.output as Record<string, number> & Record<string, number[]>;
    const list = (key: string) => c.output[key] as number[];
    const each = (what: string, ours: ArrayLike<number>, tolerance: number) =>
      list(what).forEach((v, j) => {
        compare.relative(`${what}[${j}]`, ours[j], v, tolerance, P_FLOOR);
      });
    each("coef", fit.coefficients, 1e-9);
    each("se_ols", fit.standardErrors, 1e-9);
    each("t", fit.t, 1e-9);
    each("p", fit.p, 1e-8);
    compare.array("residuals", fit.residuals, list("residuals"), 1e-9);
    compare.relative("r2", fit.r2, o.r2, 1e-10);
    compare.relative("adj_r2", fit.adjustedR2, o.adj_r2, 1e-10);
    compare.relative("sigma", fit.sigma, o.sigma, 1e-10);
    compare.relative("loglik", fit.logLikelihood, o.loglik, 1e-10);
    compare.relative("aic", fit.aic, o.aic, 1e-10);
    compare.relative("bic", fit.bic, o.bic, 1e-10);
    compare.array("F", [fit.f!.value, fit.f!.df1, fit.f!.df2], list("F"), 1e-10);
    compare.relative("dw", durbinWatson(fit.residuals), o.dw, 1e-10);
    for (const key of Object.keys(c.output)) {
      const bg = /^bg(\d+)_chisq$/.exec(key);
      if (bg) {
        const { chiSquared } = breuschGodfrey(fit, Number(bg[1]));
        compare.relative(key, chiSquared.statistic, o[key], 1e-9);
        compare.relative(`bg${bg[1]}_p`, chiSquared.p, o[`bg${bg[1]}_p`], 1e-7, P_FLOOR);
      }
      const lb = /^ljungbox(\d+)$/.exec(key);
      if (lb) compare.relative(key, ljungBox(fit.residuals, Number(lb[1])).statistic, o[key], 1e-9);
      const hc = /^se_(HC[0-3])$/.exec(key);
      if (hc) each(key, standardErrorsOf(hcCovariance(fit, hc[1] as "HC0")), 1e-9);
    }
    const bp = breuschPagan(fit);
    compare.relative("bp_studentized", bp.statistic, o.bp_studentized, 1e-9);
    compare.relative("bp_p", bp.p, o.bp_p, 1e-7);
    const powers = reset(fit);
    compare.relative("reset_F", powers.statistic, o.reset_F, 1e-8);
    compare.relative("reset_p", powers.p, o.reset_p, 1e-7);
    compare.relative("jarque_bera", jarqueBera(fit.residuals).statistic, o.jarque_bera, 1e-9);
    const fixed = (adjust: boolean) =>
      standardErrorsOf(hacCovariance(fit, { bandwidth: lag, adjust }).covariance);
    each("se_NW_bartlett_noadj", fixed(false), 1e-9);
    each("se_NW_bartlett_adj", fixed(true), 1e-9);
    const automatic = hacCovariance(fit, { bandwidth: "newey-west", prewhiten: true });
    each("se_NW_auto_prewhite", standardErrorsOf(automatic.covariance), 1e-8);
    compare.relative("bwNeweyWest", automatic.bandwidth, o.bwNeweyWest, 1e-8);
    const andrews = hacCovariance(fit, {
      kernel: "quadratic-spectral",
      bandwidth: "andrews",
      prewhiten: true,
      adjust: true,
    });
    each("se_Andrews_QS", standardErrorsOf(andrews.covariance), 1e-8);
    compare.relative("bwAndrews", andrews.bandwidth, o.bwAndrews, 1e-8);
  },
};
