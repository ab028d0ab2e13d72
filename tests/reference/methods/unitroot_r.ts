import { type Adf, adf } from "../../../models/unitRoots/adf.ts";
import type { Deterministics } from "../../../models/unitRoots/deterministics.ts";
import {
  type DickeyFullerStatistic,
  dickeyFullerCritical,
  tabulatedP,
} from "../../../models/unitRoots/dickeyFullerTables.ts";
import { dfGls, ersPTest } from "../../../models/unitRoots/elliottRothenbergStock.ts";
import { kpssTest } from "../../../models/unitRoots/kpssTest.ts";
import type { LagRule } from "../../../models/unitRoots/lagRule.ts";
import type { CriticalValues } from "../../../models/unitRoots/mackinnon.ts";
import { phillipsPerron } from "../../../models/unitRoots/phillipsPerron.ts";
import { type ZivotAndrewsModel, zivotAndrews } from "../../../models/unitRoots/zivotAndrews.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

const STATISTIC = 1e-8;

interface Answer {
  teststat: number | Record<string, number>;
  statistic: number;
  cval: number[] | number[][];
  lags_used: number;
  lags: number;
  lag: number;
  coef: number[];
  bpoint: number;
  p_value: number;
}

export const check: MethodCheck = {
  method: "unitroot_r",
  answeredBy: "unitRoots/adf.ts, kpssTest.ts, phillipsPerron.ts, elliottRothenbergStock.ts, zivotAndrews.ts",
  source:
    "Dickey & Fuller (1979, 1981); Phillips & Perron (1988); Elliott, Rothenberg & Stock (1996); Zivot & Andrews (1992)",
  tolerance: "statistics relative 1e-8, coefficients 1e-8 of the largest, p-values 1e-7",
  reason:
    "deterministic regressions; the Dickey–Fuller design of a trending level costs a few of the fifteen digits",
  check(c, compare) {
    const y = c.input.values as number[];
    for (const [key, value] of Object.entries(c.output)) {
      const [packageName, name, ...rest] = key.split("_");
      const read = READERS[`${packageName}_${name}`];
      if (read) read(y, rest, value as Answer, named(compare, key));
      else compare.equal(`${key}: a test this check knows`, null, key);
    }
  },
};

type Reader = (y: number[], given: readonly string[], answer: Answer, compare: Compare) => void;

const READERS: Readonly<Record<string, Reader>> = {
  // <type>_<selection><lags>: ur.df chooses among 1 … lags and keeps the common sample.
  "urca_ur.df"(y, [type, selection], answer, compare) {
    const deterministics = ({ none: "none", drift: "constant", trend: "trend" } as const)[type!]!;
    const [, rule, most] = /^([a-zA-Z]+)(\d+)$/.exec(selection!)!;
    const atMost = Number(most);
    const by = ({ aic: "aic", bic: "bic" } as const)[rule!.toLowerCase()];
    const ours = adf(y, { deterministics, lags: by ? { by, atMost, atLeast: 1, refit: false } : atMost });
    const statistics = dickeyFullerOf(ours, deterministics);
    compare.array(
      "teststat",
      Object.values(statistics),
      Object.keys(statistics).map((k) => (answer.teststat as Record<string, number>)[k] ?? Number.NaN),
      STATISTIC,
    );
    compare.equal("lags_used", ours.lags, answer.lags_used);
    compare.array("coef", ours.coefficients, answer.coef, STATISTIC);
    const critical = Object.keys(statistics).map((k) =>
      three(dickeyFullerCritical(k as DickeyFullerStatistic, y.length - 1)),
    );
    compare.array("cval", critical, answer.cval, 1e-12);
  },
  // <mu|tau>_<short|long|nil or a number>
  "urca_ur.kpss"(y, [type, rule], answer, compare) {
    const ours = kpssTest(y, { around: type === "tau" ? "trend" : "level", lags: rOf(rule!) });
    compare.relative("teststat", ours.statistic, answer.teststat as number, STATISTIC);
    compare.equal("lags", ours.lags, answer.lags);
    const { tenPercent, fivePercent, twoAndHalfPercent, onePercent } = ours.critical;
    compare.array("cval", [tenPercent, fivePercent, twoAndHalfPercent, onePercent], answer.cval, 1e-12);
  },
  // <Ztau|Zalpha>_<constant|trend>_<short|long or a number>; urca takes its moments from y(t).
  "urca_ur.pp"(y, [type, model, rule], answer, compare) {
    const ours = phillipsPerron(y, {
      deterministics: model as "constant",
      lags: rOf(rule!),
      moments: "current",
    });
    const alpha = /alpha/i.test(type!);
    compare.relative("teststat", alpha ? ours.zAlpha : ours.zTau, answer.teststat as number, STATISTIC);
    compare.equal("lags", ours.lags, answer.lags);
    if (answer.cval !== undefined && !alpha) compare.array("cval", three(ours.critical), answer.cval, 1e-12);
  },
  // <DFGLS|Ptest>_<const|trend>_<lags>; urca rounds the critical values to two digits.
  "urca_ur.ers"(y, [type, model, lags], answer, compare) {
    const options = { deterministics: model === "trend" ? "trend" : "constant", lags: Number(lags) } as const;
    const ours = /gls/i.test(type!) ? dfGls(y, options) : ersPTest(y, options);
    compare.relative("teststat", ours.statistic, answer.teststat as number, STATISTIC);
    const rounded = three(ours.critical).map((v) => Math.round(v * 100) / 100);
    compare.array("cval", rounded, answer.cval, 1e-12);
  },
  // <intercept|trend|both>_<lags>
  "urca_ur.za"(y, [model, lags], answer, compare) {
    const ours = zivotAndrews(y, { model: model as ZivotAndrewsModel, lags: Number(lags ?? 0) });
    compare.relative("teststat", ours.statistic, answer.teststat as number, STATISTIC);
    compare.equal("bpoint", ours.breakPoint, answer.bpoint);
    compare.array("cval", three(ours.critical), answer.cval, 1e-12);
  },
  // Constant and trend, ⌊(n−1)^⅓⌋ lags unless the key names them, p from Banerjee's table.
  "tseries_adf.test"(y, [lags], answer, compare) {
    const k = lags === undefined ? Math.floor((y.length - 1) ** (1 / 3) + 1e-12) : Number(lags);
    const ours = adf(y, { deterministics: "trend", lags: k });
    compare.relative("statistic", ours.statistic, answer.statistic, STATISTIC);
    compare.equal("lag", ours.lags, answer.lag);
    compare.relative("p_value", tabulatedP("tau", ours.statistic, y.length - 1), answer.p_value, 1e-7);
  },
  // <Level|Trend>[_long]
  "tseries_kpss.test"(y, [around, rule], answer, compare) {
    const ours = kpssTest(y, { around: around === "Trend" ? "trend" : "level", lags: rOf(rule ?? "short") });
    compare.relative("statistic", ours.statistic, answer.statistic, STATISTIC);
    compare.equal("lag", ours.lags, answer.lag);
    compare.relative("p_value", ours.p, answer.p_value, 1e-7);
  },
  // [Zalpha|Ztau][_long]; with constant and trend.
  "tseries_pp.test"(y, given, answer, compare) {
    const tau = given.some((g) => /tau|t_alpha|\(t/i.test(g));
    const ours = phillipsPerron(y, {
      deterministics: "trend",
      lags: given.includes("long") ? "long" : "short",
    });
    compare.relative("statistic", tau ? ours.zTau : ours.zAlpha, answer.statistic, STATISTIC);
    compare.equal("lag", ours.lags, answer.lag);
    compare.relative("p_value", tau ? ours.p!.zTau : ours.p!.zAlpha, answer.p_value, 1e-7);
  },
};

const three = (c: CriticalValues): number[] => [c.onePercent, c.fivePercent, c.tenPercent];

function dickeyFullerOf(fit: Adf, d: Deterministics): Record<string, number> {
  if (d === "none") return { tau1: fit.statistic };
  if (d === "constant") return { tau2: fit.statistic, phi1: fit.phi.phi1! };
  return { tau3: fit.statistic, phi2: fit.phi.phi2!, phi3: fit.phi.phi3! };
}

function rOf(word: string): LagRule {
  if (word === "nil") return "none";
  return word === "short" || word === "long" ? word : Number(word.replace(/\D/g, ""));
}

/** The same comparisons with the key before each name. */
function named(compare: Compare, key: string): Compare {
  return {
    relative: (what, ...rest) => compare.relative(`${key} ${what}`, ...rest),
    absolute: (what, ...rest) => compare.absolute(`${key} ${what}`, ...rest),
    array: (what, ...rest) => compare.array(`${key} ${what}`, ...rest),
    atLeast: (what, ...rest) => compare.atLeast(`${key} ${what}`, ...rest),
    atMost: (what, ...rest) => compare.atMost(`${key} ${what}`, ...rest),
    equal: (what, ...rest) => compare.equal(`${key} ${what}`, ...rest),
  };
}
