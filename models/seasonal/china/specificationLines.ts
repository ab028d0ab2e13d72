import { orderName } from "../../arima/arimaOrder.ts";
import type { Words } from "../../indicators/indicator.ts";
import type { Regressor } from "../regarima/regressor.ts";
import { regressorName } from "../regarima/regressorName.ts";
import type { JanuaryShare } from "../splitJanuaryFebruary.ts";
import type { StoredAdjustment } from "../storedAdjustment.ts";
import { basisWords } from "./basisWords.ts";
import type { ComparableBasis } from "./comparableBasis.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";

/** One setting of an adjustment: what it is and what it was set to. */
export interface SpecificationLine {
  id:
    | "figures"
    | "basis"
    | "method"
    | "transformation"
    | "arima"
    | "festival"
    | "regressors"
    | "outliers"
    | "parted"
    | "revision";
  name: Words;
  value: Words;
}

const words = (zh: string, en: string): Words => ({ zh, en });

const NAMES: Readonly<Record<SpecificationLine["id"], Words>> = {
  figures: words("数据", "Figures"),
  basis: words("可比口径", "Comparable basis"),
  method: words("方法", "Method"),
  transformation: words("变换", "Transformation"),
  arima: words("模型", "Model"),
  festival: words("春节窗口", "Spring Festival"),
  regressors: words("日历与节日变量", "Calendar and holidays"),
  outliers: words("异常值", "Outliers"),
  parted: words("1—2月拆分", "January and February parted"),
  revision: words("修订方式", "Revision"),
};

const KINDS = { flow: words("流量", "flow"), stock: words("存量", "stock") } as const;
const METHODS = {
  x11: words("X-11（移动平均分解）", "X-11 (moving averages)"),
  seats: words("SEATS（按模型分解）", "SEATS (by the model)"),
} as const;
const PRIORS = { length: words("天数", "length"), "leap-year": words("闰年", "leap year") } as const;

/** What each revision policy looks at anew when figures arrive. */
const REVISIONS: Readonly<Record<SeasonalPolicy["revision"], Words>> = {
  fixed: words("模型与系数不变", "model and coefficients stay"),
  coefficients: words("回归系数重估", "regression coefficients anew"),
  arma: words("全部系数重估", "all coefficients anew"),
  "last-outliers": words(
    "全部系数与最近一年的异常值重估，其余每年复核",
    "all coefficients and the last year's outliers anew, the rest once a year",
  ),
  outliers: words("全部系数与异常值重估", "all coefficients and outliers anew"),
  orders: words("模型阶数一并重选", "orders chosen anew as well"),
  concurrent: words("全部重新识别", "everything anew"),
};

/** The specification of an adjustment in words, one setting a line: what is kept and shown with a vintage. */
export function specificationLines(
  policy: SeasonalPolicy,
  model: StoredAdjustment,
  shares: readonly JanuaryShare[],
  figures: MonthsToAdjust,
  basis: ComparableBasis,
): SpecificationLine[] {
  const { log, prior, order, regressors, outliers } = model;
  const kind = KINDS[policy.kind];
  const how = (given: boolean): Words =>
    given ? words("，给定", ", given") : words("，检验选定", ", searched");
  const searched = how(policy.outliers !== "searched");
  const festival = how(policy.festival !== "searched");
  const windows = regressors.filter((r) => r.kind === "festival");
  const rest = regressors.filter((r) => r.kind !== "festival");
  const years = yearsOf(shares);
  const values: Readonly<Record<SpecificationLine["id"], Words>> = {
    figures: figures.derived
      ? words(`${kind.zh}，由累计值相减得当月值`, `${kind.en}, months as differences of running totals`)
      : kind,
    basis: basisWords(figures, basis),
    method: METHODS[policy.method],
    transformation: withPrior(log, prior),
    arima: words(
      `${orderName(order)}，${policy.order === "auto" ? "自动选阶" : "航线模型"}`,
      `${orderName(order)}, ${policy.order === "auto" ? "found" : "the airline model"}`,
    ),
    festival: windows.length === 0 ? words("无", "none") : joined(listOf(windows), festival),
    regressors: rest.length === 0 ? words("无", "none") : listOf(rest),
    outliers:
      outliers.length === 0 ? joined(words("无", "none"), searched) : joined(listOf(outliers), searched),
    parted: years === "" ? words("无需拆分", "never") : words(`${years}年`, years),
    revision: REVISIONS[policy.revision],
  };
  return (Object.keys(NAMES) as SpecificationLine["id"][]).map((id) => ({
    id,
    name: NAMES[id],
    value: values[id],
  }));
}

const joined = (a: Words, b: Words): Words => words(a.zh + b.zh, a.en + b.en);

function listOf(list: readonly Regressor[]): Words {
  const names = list.map((r) => regressorName(r, 12));
  return words(names.map((n) => n.zh).join("、"), names.map((n) => n.en).join(", "));
}

function withPrior(log: boolean, prior: StoredAdjustment["prior"]): Words {
  const base = log
    ? words("取对数，各部分相乘", "logs: parts multiply")
    : words("不取对数，各部分相加", "none: parts add");
  return prior === "none"
    ? base
    : joined(base, words(`，先除以${PRIORS[prior].zh}`, `, divided by ${PRIORS[prior].en} first`));
}

/** 2012–2015, 2019: years in runs. */
function yearsOf(shares: readonly JanuaryShare[]): string {
  const runs: [number, number][] = [];
  for (const { year } of shares) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(", ");
}
