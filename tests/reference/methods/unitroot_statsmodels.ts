import { type AdfLags, adf } from "../../../models/unitRoots/adf.ts";
import type { Deterministics } from "../../../models/unitRoots/deterministics.ts";
import { kpssTest } from "../../../models/unitRoots/kpssTest.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

const DETERMINISTICS: Readonly<Record<string, Deterministics>> = {
  n: "none",
  nc: "none",
  c: "constant",
  ct: "trend",
  ctt: "quadratic",
};

interface Answer {
  stat: number;
  p: number;
  usedlag?: number;
  lags?: number;
  nobs?: number;
  crit: Record<string, number>;
}

export const check: MethodCheck = {
  method: "unitroot_statsmodels",
  answeredBy: "unitRoots/adf.ts#adf, unitRoots/kpssTest.ts#kpssTest",
  source: "Dickey & Fuller (1979); MacKinnon (1994, 2010); Kwiatkowski et al. (1992)",
  tolerance: "statistics relative 1e-8, p-values 1e-7",
  reason:
    "the Dickey–Fuller design of a trending level is ill conditioned; both sides lose the same few digits",
  check(c, compare) {
    const y = c.input.values as number[];
    for (const [key, value] of Object.entries(c.output)) {
      const answer = value as Answer;
      const [test, first, second, third] = key.split("_");
      if (test === "adf") checkAdf(key, y, first!, second!, third!, answer, compare);
      else if (test === "kpss") checkKpss(key, y, first!, second!, answer, compare);
      else compare.equal(`${key}: a test this check knows`, null, key);
    }
  },
};

/** adf_<regression>_<maxlag>_<autolag>. */
function checkAdf(
  key: string,
  y: number[],
  regression: string,
  most: string,
  auto: string,
  answer: Answer,
  compare: Compare,
): void {
  const by = ({ AIC: "aic", BIC: "bic", "t-stat": "t" } as const)[auto];
  const atMost = most === "None" ? {} : { atMost: Number(most) };
  const lags: AdfLags = by ? { by, ...atMost } : Number(most);
  const ours = adf(y, { deterministics: DETERMINISTICS[regression]!, lags });
  compare.relative(`${key} stat`, ours.statistic, answer.stat, 1e-8);
  compare.relative(`${key} p`, ours.p, answer.p, 1e-7);
  compare.equal(`${key} usedlag`, ours.lags, answer.usedlag);
  compare.equal(`${key} nobs`, ours.observations, answer.nobs);
  compare.relative(`${key} 1%`, ours.critical.onePercent, answer.crit["1%"], 1e-10);
  compare.relative(`${key} 5%`, ours.critical.fivePercent, answer.crit["5%"], 1e-10);
  compare.relative(`${key} 10%`, ours.critical.tenPercent, answer.crit["10%"], 1e-10);
}

/** kpss_<regression>_<nlags>. */
function checkKpss(
  key: string,
  y: number[],
  regression: string,
  rule: string,
  answer: Answer,
  compare: Compare,
): void {
  const ours = kpssTest(y, {
    around: regression === "ct" ? "trend" : "level",
    lags: rule === "auto" ? "auto" : rule === "legacy" ? "schwert" : Number(rule),
  });
  compare.relative(`${key} stat`, ours.statistic, answer.stat, 1e-8);
  compare.relative(`${key} p`, ours.p, answer.p, 1e-7);
  compare.equal(`${key} lags`, ours.lags, answer.lags);
  const { tenPercent, fivePercent, twoAndHalfPercent, onePercent } = ours.critical;
  compare.array(
    `${key} crit`,
    [tenPercent, fivePercent, twoAndHalfPercent, onePercent],
    ["10%", "5%", "2.5%", "1%"].map((p) => answer.crit[p]!),
    1e-12,
  );
}
