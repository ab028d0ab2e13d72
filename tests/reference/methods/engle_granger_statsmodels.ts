import type { AdfLags } from "../../../models/unitRoots/adf.ts";
import type { Deterministics } from "../../../models/unitRoots/deterministics.ts";
import { engleGranger } from "../../../models/unitRoots/engleGranger.ts";
import type { MethodCheck } from "../method.ts";

export const check: MethodCheck = {
  method: "engle_granger_statsmodels",
  answeredBy: "unitRoots/engleGranger.ts#engleGranger",
  source: "Engle & Granger (1987), Econometrica 55; MacKinnon (1994, 2010)",
  tolerance: "statistic relative 1e-8, p-value 1e-7, critical values 1e-10",
  reason: "deterministic regressions; the p-value magnifies the statistic's last digits",
  check(c, compare) {
    const trend = ({ n: "none", c: "constant", ct: "trend", ctt: "quadratic" } as const)[
      (c.params.trend ?? "c") as "c"
    ] satisfies Deterministics;
    const auto = c.params.autolag as string | null;
    const most = (c.params.maxlag ?? null) as number | null;
    const by = auto === null ? null : ({ aic: "aic", bic: "bic", "t-stat": "t" } as const)[auto as "aic"];
    const lags: AdfLags = by
      ? { by, ...(most === null ? {} : { atMost: most }) }
      : (most ?? Math.ceil(12 * ((c.input.y0 as number[]).length / 100) ** 0.25));
    const y1 = c.input.y1 as number[] | number[][];
    const columns = Array.isArray(y1[0])
      ? y1[0].map((_, j) => (y1 as number[][]).map((row) => row[j]!))
      : [y1 as number[]];
    const ours = engleGranger(c.input.y0 as number[], columns, { deterministics: trend, lags });
    compare.relative("t", ours.statistic, c.output.t as number, 1e-8);
    compare.relative("p", ours.p, c.output.p as number, 1e-7);
    const { critical } = ours;
    compare.array(
      "crit_1_5_10",
      critical
        ? [critical.onePercent, critical.fivePercent, critical.tenPercent]
        : [Number.NaN, Number.NaN, Number.NaN],
      c.output.crit_1_5_10 as number[],
      1e-10,
    );
  },
};
