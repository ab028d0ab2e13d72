import { breuschGodfrey } from "../../../models/multivariate/breuschGodfrey.ts";
import { companionModuli } from "../../../models/multivariate/companion.ts";
import type { Deterministic } from "../../../models/multivariate/deterministicTerms.ts";
import { fitVar } from "../../../models/multivariate/fitVar.ts";
import { forecastVar, pathInterval } from "../../../models/multivariate/forecastVar.ts";
import { grangerCausality } from "../../../models/multivariate/grangerCausality.ts";
import {
  movingAverage,
  orthogonalResponses,
  recursiveImpact,
} from "../../../models/multivariate/impulseResponse.ts";
import { instantaneousCausality } from "../../../models/multivariate/instantaneousCausality.ts";
import { multivariateArch } from "../../../models/multivariate/multivariateArch.ts";
import { multivariateNormality } from "../../../models/multivariate/multivariateNormality.ts";
import { portmanteau } from "../../../models/multivariate/portmanteau.ts";
import { selectLags } from "../../../models/multivariate/selectLags.ts";
import { varianceDecomposition } from "../../../models/multivariate/varianceDecomposition.ts";
import {
  columnOf,
  fromRows,
  type Matrix,
  toRows,
  transpose,
} from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const EXACT = 1e-8;
/** R takes p-values as 1 − P(χ² ≤ x), which is rounded at 1e-16. */
const ROUNDED = 1e-9;
const CRITERIA = { "AIC(n)": "aic", "HQ(n)": "hqic", "SC(n)": "bic", "FPE(n)": "fpe" } as const;
type Test = { statistic: number; df: number; p_value: number };

export const check: MethodCheck = {
  method: "var_vars",
  answeredBy:
    "multivariate/fitVar.ts#fitVar, selectLags, impulseResponse, varianceDecomposition, forecastVar, grangerCausality, instantaneousCausality, portmanteau, breuschGodfrey, multivariateNormality, multivariateArch",
  source: "Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, chapters 2–4 and 16",
  tolerance: "relative 1e-8 of the largest entry; test statistics relative 1e-7",
  reason:
    "least squares and closed formulae; levels near 900 with a trend cost some digits of the statistics",
  check(c, compare) {
    const y = fromRows(c.input.values as number[][]);
    const columns = c.input.columns as string[];
    const { p, type, H } = c.params as { p: number; type: Deterministic; H: number };
    const out = c.output as Record<string, unknown>;
    const n = y.cols;
    const fit = fitVar(y, { lags: p, deterministic: type });
    const same = (what: string, ours: ArrayLike<unknown>, theirs: unknown, tolerance = EXACT) =>
      compare.array(what, ours, theirs as ArrayLike<unknown>, tolerance);
    same("coef", toRows(transpose(fit.coefficients)), out.coef);
    same("se", toRows(transpose(fit.standardErrors)), out.se);
    same("sigma_df", toRows(fit.sigma), out.sigma_df);
    compare.relative("loglik", fit.logLikelihood, out.loglik as number, EXACT);
    same("roots", companionModuli(fit.lagMatrices), out.roots);
    const select = out.select as {
      criteria: number[][];
      rows: (keyof typeof CRITERIA)[];
      selection: Record<string, number>;
    };
    const ours = selectLags(y, select.criteria[0]!.length, { deterministic: type });
    select.rows.forEach((name, i) => {
      const key = CRITERIA[name];
      same(
        `select ${name}`,
        ours.criteria.map((v) => v[key]),
        select.criteria[i],
      );
      compare.equal(`selection ${name}`, ours.selected[key], select.selection[name]);
    });
    const phi = movingAverage(fit.lagMatrices, n, H);
    const theta = orthogonalResponses(phi, recursiveImpact(fit.sigma));
    const shares = varianceDecomposition(theta.slice(0, H));
    const path = forecastVar(fit, Object.values(out.forecast as Record<string, number[][]>)[0]!.length);
    const { lower, upper } = pathInterval(path, 95);
    const causality = out.causality as Record<string, Record<string, number> & { granger_df: number[] }>;
    columns.forEach((name, j) => {
      const of = (key: string) => (out[key] as Record<string, unknown>)[name];
      const responsesTo = (list: readonly Matrix[]) => list.map((m) => columnOf(m, j));
      same(`irf_orth ${name}`, responsesTo(theta), of("irf_orth"));
      same(`irf_nonorth ${name}`, responsesTo(phi), of("irf_nonorth"));
      same(
        `fevd ${name}`,
        shares.map((s) => toRows(s)[j]!),
        of("fevd"),
      );
      const mean = columnOf(path.mean, j);
      const low = columnOf(lower, j);
      const high = columnOf(upper, j);
      same(
        `forecast ${name}`,
        Array.from(mean, (m, h) => [m, low[h]!, high[h]!]),
        of("forecast"),
      );
      const others = columns.map((_, i) => i).filter((i) => i !== j);
      const granger = grangerCausality(fit, [j], others);
      const instant = instantaneousCausality(fit, [j], others);
      const theirs = causality[name]!;
      compare.relative(`${name} granger F`, granger.f, theirs.granger_F, 1e-7);
      same(`${name} granger df`, granger.fDf, theirs.granger_df, 0);
      compare.relative(`${name} granger p`, granger.fPValue, theirs.granger_p, 1e-6, ROUNDED);
      compare.relative(`${name} instant`, instant.statistic, theirs.instant_chisq, 1e-7);
      compare.relative(`${name} instant p`, instant.pValue, theirs.instant_p, 1e-6, ROUNDED);
    });
    // The lags of serial.test and arch.test are not among the parameters: they follow from the degrees of freedom.
    const test = (key: string) => out[key] as Test;
    const perLag = n * n;
    const archPerLag = ((n * (n + 1)) / 2) ** 2;
    for (const [key, got] of [
      ["portmanteau_asym", portmanteau(fit, test("portmanteau_asym").df / perLag + p)],
      ["portmanteau_adj", portmanteau(fit, test("portmanteau_adj").df / perLag + p, true)],
      ["bg_lm", breuschGodfrey(fit, test("bg_lm").df / perLag)],
      ["jb", multivariateNormality(fit)],
      ["arch_lm", multivariateArch(fit, test("arch_lm").df / archPerLag)],
    ] as const) {
      compare.relative(`${key} statistic`, got.statistic, test(key).statistic, 1e-7);
      compare.equal(`${key} df`, got.df, test(key).df);
      compare.relative(`${key} p`, got.pValue, test(key).p_value, 1e-6, ROUNDED);
    }
  },
};
