import { columnOf, fromRows } from "../../../models/statistics/matrix/matrix.ts";
import { adf } from "../../../models/unitRoots/adf.ts";
import { engleGranger } from "../../../models/unitRoots/engleGranger.ts";
import {
  phillipsOuliarisMultivariate,
  phillipsOuliarisZ,
} from "../../../models/unitRoots/phillipsOuliaris.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "cointegration_residual",
  answeredBy: "unitRoots/phillipsOuliaris.ts, unitRoots/engleGranger.ts#engleGranger",
  source: "Engle & Granger (1987); Phillips & Ouliaris (1990)",
  tolerance: "relative 1e-9",
  reason: "deterministic regressions of two well-conditioned columns",
  check(c, compare) {
    const z = fromRows(c.input.values as number[][]);
    const columns = Array.from({ length: z.cols }, (_, j) => columnOf(z, j));
    for (const [key, value] of Object.entries(c.output)) {
      const answer = value as Record<string, number> & { cval: number[]; coef: number[] };
      const multivariate = /^ca\.po_(Pz|Pu)(?:_(none|constant|trend))?(?:_(short|long))?$/.exec(key);
      if (key === "po.test") {
        const ours = phillipsOuliarisZ(z);
        compare.relative("po.test statistic", ours.statistic, answer.statistic, 1e-9);
        compare.equal("po.test lag", ours.lags, answer.lag);
        compare.relative("po.test p_value", ours.p, answer.p_value, 1e-7);
      } else if (key === "engle_granger") {
        for (const name of Object.keys(answer)) {
          const lags = /^adf_none_lag(\d+)$/.exec(name);
          const ours = engleGranger(columns[0]!, columns.slice(1), { lags: Number(lags?.[1] ?? 1) });
          if (lags) {
            const direct = adf(ours.residuals, { deterministics: "none", lags: Number(lags[1]) });
            compare.relative(`engle_granger ${name}`, ours.statistic, answer[name], 1e-9);
            compare.relative(`engle_granger ${name}, residuals alone`, direct.statistic, answer[name], 1e-9);
          } else compare.array(`engle_granger ${name}`, ours.coefficients, answer.coef, 1e-9);
        }
      } else if (multivariate) {
        const ours = phillipsOuliarisMultivariate(z, {
          type: multivariate[1] === "Pz" ? "trace" : "variance-ratio",
          demean: (multivariate[2] ?? "constant") as "constant",
          lags: (multivariate[3] ?? "short") as "short",
        });
        compare.relative(`${key} statistic`, ours.statistic, answer.statistic, 1e-9);
        const { tenPercent, fivePercent, onePercent } = ours.critical;
        compare.array(`${key} cval`, [tenPercent, fivePercent, onePercent], answer.cval, 1e-12);
      } else compare.equal(`${key}: a test this check knows`, null, key);
    }
  },
};
