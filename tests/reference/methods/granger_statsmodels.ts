import { grangerTest } from "../../../models/multivariate/grangerTest.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "granger_statsmodels",
  answeredBy: "multivariate/grangerTest.ts#grangerTest",
  source: "Granger (1969); Hamilton (1994), Time Series Analysis, §11.2",
  tolerance: "relative 1e-7; p-values relative 1e-6",
  reason: "two least-squares fits; the statistics are differences of close sums of squares",
  check(c, compare) {
    const rows = c.input.values as number[][];
    const constant = (c.params.addconst as boolean | undefined) ?? true;
    for (const [lag, output] of Object.entries(c.output)) {
      if (!/^\d+$/.test(lag)) continue;
      const got = grangerTest(
        rows.map((r) => r[0]!),
        rows.map((r) => r[1]!),
        Number(lag),
        constant,
      );
      const [p, residual] = got.df;
      const theirs = output as Record<string, number[]>;
      for (const [key, ours, df] of [
        ["ssr_ftest", got.ssrF, [residual, p]],
        ["ssr_chi2test", got.ssrChiSquared, [p]],
        ["lrtest", got.likelihoodRatio, [p]],
        ["params_ftest", got.parameterF, [residual, p]],
      ] as const) {
        const [statistic, pValue, ...theirDf] = theirs[key]!;
        compare.relative(`${lag} ${key}`, ours.statistic, statistic, 1e-7);
        compare.relative(`${lag} ${key} p`, ours.pValue, pValue, 1e-6);
        compare.array(`${lag} ${key} df`, df, theirDf, 0);
      }
    }
  },
};
