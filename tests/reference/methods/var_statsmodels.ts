import { companionModuli, isStable } from "../../../models/multivariate/companion.ts";
import type { Deterministic } from "../../../models/multivariate/deterministicTerms.ts";
import { fitVar } from "../../../models/multivariate/fitVar.ts";
import { forecastVar, pathInterval } from "../../../models/multivariate/forecastVar.ts";
import { grangerCausality } from "../../../models/multivariate/grangerCausality.ts";
import {
  cumulated,
  movingAverage,
  orthogonalResponses,
  recursiveImpact,
} from "../../../models/multivariate/impulseResponse.ts";
import { impulseResponseErrors } from "../../../models/multivariate/impulseResponseErrors.ts";
import { multivariateNormality } from "../../../models/multivariate/multivariateNormality.ts";
import { portmanteau } from "../../../models/multivariate/portmanteau.ts";
import { selectLags } from "../../../models/multivariate/selectLags.ts";
import { stationaryMean } from "../../../models/multivariate/stationaryMean.ts";
import { varianceDecomposition } from "../../../models/multivariate/varianceDecomposition.ts";
import { fromRows, type Matrix, matrix, toRows } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const TREND: Readonly<Record<string, Deterministic>> = {
  n: "none",
  c: "const",
  ct: "both",
  ctt: "quadratic",
};
const EXACT = 1e-8;

/** Deterministic rows first, as statsmodels prints them. */
const deterministicFirst = (a: Matrix, lagRows: number): Matrix => {
  const from = lagRows * a.cols;
  return matrix(a.rows, a.cols, Float64Array.from([...a.data.subarray(from), ...a.data.subarray(0, from)]));
};
const rowsOf = (list: readonly Matrix[]) => list.map(toRows);

export const check: MethodCheck = {
  method: "var_statsmodels",
  answeredBy:
    "multivariate/fitVar.ts#fitVar, selectLags, impulseResponse, impulseResponseErrors, varianceDecomposition, forecastVar, grangerCausality, portmanteau, multivariateNormality",
  source: "Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, chapters 2–4",
  tolerance: "relative 1e-8 of the largest entry; standard errors, p-values and FPE relative 1e-7",
  reason: "least squares and closed formulae",
  check(c, compare) {
    const y = fromRows(c.input.values as number[][]);
    const { p, trend, H, columns } = c.params as { p: number; trend: string; H: number; columns: string[] };
    const out = c.output as Record<string, number[][][]> & Record<string, unknown>;
    const n = y.cols;
    const fit = fitVar(y, { lags: p, deterministic: TREND[trend]! });
    const matrixOf = (what: string, a: Matrix) => compare.array(what, toRows(a), out[what]!, EXACT);
    matrixOf("params", deterministicFirst(fit.coefficients, n * p));
    matrixOf("stderr", deterministicFirst(fit.standardErrors, n * p));
    matrixOf("tvalues", deterministicFirst(fit.tValues, n * p));
    matrixOf("sigma_u", fit.sigma);
    matrixOf("sigma_u_mle", fit.sigmaMl);
    const number = (what: string, ours: number) =>
      compare.relative(what, ours, out[what] as unknown as number, 1e-7);
    number("llf", fit.logLikelihood);
    for (const key of ["aic", "bic", "hqic", "fpe"] as const) number(key, fit.criteria[key]);
    const impact = recursiveImpact(fit.sigma);
    number(
      "detomega",
      toRows(impact).reduce((d, row, i) => d * row[i]! ** 2, 1),
    );
    const phi = movingAverage(fit.lagMatrices, n, H);
    const theta = orthogonalResponses(phi, impact);
    compare.array("irf", rowsOf(phi), out.irf!, EXACT);
    compare.array("orth_irf", rowsOf(theta), out.orth_irf!, EXACT);
    compare.array("cum_irf", rowsOf(cumulated(phi)), out.cum_irf!, EXACT);
    const errors = impulseResponseErrors(fit, H);
    compare.array("orth_irf_stderr", rowsOf(errors.orthogonal), out.orth_irf_stderr!, 1e-7);
    // Theirs: [series][horizon][shock].
    const shares = varianceDecomposition(theta.slice(0, H));
    const bySeries = Array.from({ length: n }, (_, i) => shares.map((s) => toRows(s)[i]!));
    compare.array("fevd", bySeries, out.fevd!, EXACT);
    const steps = out.forecast!.length;
    const path = forecastVar(fit, steps);
    const interval = pathInterval(path, 95);
    compare.array("forecast", toRows(path.mean), out.forecast!, EXACT);
    compare.array("forecast_lower95", toRows(interval.lower), out.forecast_lower95!, EXACT);
    compare.array("forecast_upper95", toRows(interval.upper), out.forecast_upper95!, EXACT);
    compare.array("forecast_mse", rowsOf(path.mse), out.forecast_mse!, EXACT);
    const moduli = companionModuli(fit.lagMatrices);
    compare.array(
      "roots_modulus",
      moduli.map((m) => 1 / m).sort((a, b) => b - a),
      out.roots_modulus!,
      EXACT,
    );
    compare.equal("is_stable", String(isStable(fit.lagMatrices)), String(out.is_stable));
    const theirs = out.select_order as unknown as Record<string, number[]>;
    // Without deterministic terms there is no model of no lags, and their list begins with one.
    const fewest = trend === "n" ? 1 : 0;
    const most = theirs.aic!.length - 1 + fewest;
    const ours = selectLags(y, most, { deterministic: TREND[trend]! }, fewest);
    const selected = out.selected as unknown as Record<string, number>;
    for (const key of ["aic", "bic", "hqic", "fpe"] as const) {
      compare.array(
        `select_order ${key}`,
        ours.criteria.map((v) => v[key]),
        theirs[key]!,
        EXACT,
      );
      compare.equal(`selected ${key}`, ours.selected[key], selected[key]);
    }
    if (trend === "c") compare.array("mean", stationaryMean(fit), out.mean!, EXACT);
    for (const [key, test] of Object.entries(out.granger as unknown as Record<string, Causality>)) {
      const [caused, causing] = key.split("<-").map((name) => columns.indexOf(name));
      const got = grangerCausality(fit, [causing!], [caused!]);
      compare.relative(`${key} F`, got.f, test.F, 1e-7);
      compare.array(`${key} df`, got.fDf, test.df, 0);
      compare.relative(`${key} p`, got.fPValue, test.p, 1e-6);
      compare.relative(`${key} wald`, got.wald, test.wald, 1e-7);
      compare.relative(`${key} wald p`, got.pValue, test.wald_p, 1e-6);
    }
    const tests = out as unknown as Record<string, { stat: number; p: number }>;
    for (const key of Object.keys(tests)) {
      const whiteness = /^whiteness(\d+)(_adj)?$/.exec(key);
      if (!whiteness && key !== "normality") continue;
      const got = whiteness
        ? portmanteau(fit, Number(whiteness[1]), whiteness[2] !== undefined, true)
        : multivariateNormality(fit);
      compare.relative(`${key} statistic`, got.statistic, tests[key]!.stat, 1e-7);
      compare.relative(`${key} p`, got.pValue, tests[key]!.p, 1e-6);
    }
  },
};

interface Causality {
  F: number;
  df: number[];
  p: number;
  wald: number;
  wald_p: number;
}
