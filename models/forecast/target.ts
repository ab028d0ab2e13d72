import { AppError } from "../errors.ts";
import { quotedEnglish } from "../indicators/quotedEnglish.ts";
import { quotedName } from "../indicators/quotedName.ts";
import type { Frequency } from "../series/frequency.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import { nextPeriod, type Period } from "../series/period.ts";
import type { Series } from "../series/series.ts";
import type { ForecastModel } from "./contract.ts";

/** A series as models read it: numbers from the first to the last known figure, NaN where there is a gap. */
export interface Target {
  y: Float64Array;
  /** Index of y[0] in the series. */
  offset: number;
  /** Periods in a year; 1 for days and years. */
  season: number;
  /** Numbers among y. */
  count: number;
  gaps: boolean;
  /** The period right after the last figure. */
  start: Period;
}

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  A: "annual",
  Q: "quarterly",
  M: "monthly",
  W: "weekly",
  D: "daily",
};

const FREQUENCY_ZH: Readonly<Record<Frequency, string>> = {
  A: "年度",
  Q: "季度",
  M: "月度",
  W: "周度",
  D: "日度",
};

type Reader = Pick<ForecastModel, "id" | "frequencies" | "supports">;

/**
 * Reads the series a model is to be fitted to. Cells before the first and after the last figure are left out;
 * gaps between them stay. Throws AppError: `invalid-input` for a frequency the model does not know, a number that
 * is not finite, or a gap it cannot bridge (naming the period); `not-enough-data` with what was found and needed.
 */
export function readTarget(model: Reader, series: Series, needed: number): Target {
  const { frequency, values, periods } = series;
  if (!model.frequencies.includes(frequency))
    throw new AppError("invalid-input", {
      zh: `模型${model.id}只读${model.frequencies.map((f) => FREQUENCY_ZH[f]).join("、")}序列；${quotedName(series.indicator)}为${FREQUENCY_ZH[frequency]}`,
      en: `${model.id} reads ${model.frequencies.map((f) => FREQUENCY_WORDS[f]).join(", ")} series; ${quotedEnglish(series.indicator)} is ${FREQUENCY_WORDS[frequency]}`,
    });
  const first = values.findIndex((v) => v !== null);
  const last = values.findLastIndex((v) => v !== null);
  const y = Float64Array.from(first < 0 ? [] : values.slice(first, last + 1), (v) => v ?? Number.NaN);
  const count = y.filter((v) => !Number.isNaN(v)).length;
  if (count < needed || first < 0) {
    const span = first < 0 ? "" : ` (${periods[first]} to ${periods[last]})`;
    const spanZh = first < 0 ? "" : `（${periods[first]}至${periods[last]}）`;
    throw new AppError("not-enough-data", {
      zh: `模型${model.id}需要${Math.max(needed, 1)}个${FREQUENCY_ZH[frequency]}数据；${quotedName(series.indicator)}有${count}个${spanZh}`,
      en: `${model.id} needs ${Math.max(needed, 1)} ${FREQUENCY_WORDS[frequency]} observations; ${quotedEnglish(series.indicator)} has ${count}${span}`,
    });
  }
  for (let i = first; i <= last; i++) {
    const value = values[i] ?? null;
    if (value !== null && !Number.isFinite(value))
      throw new AppError(
        "invalid-input",
        `${series.indicator} holds ${value} in ${periods[i]}; models need finite numbers`,
      );
    if (value === null && !model.supports.gaps)
      throw new AppError("invalid-input", {
        zh: `模型${model.id}需要中间没有空缺的序列；${quotedName(series.indicator)}在${periods[i]}有空缺`,
        en: `${model.id} cannot bridge the gap of ${quotedEnglish(series.indicator)} in ${periods[i]}`,
      });
  }
  return {
    y,
    offset: first,
    season: PERIODS_PER_YEAR[frequency],
    count,
    gaps: count < y.length,
    start: nextPeriod(periods[last]!, frequency, 1, series.basis),
  };
}

/** Fitted values of y laid out on the cells of the series; null where there is none. */
export function alignFitted(target: Target, series: Series, fitted: ArrayLike<number>): (number | null)[] {
  return series.values.map((_, i) => {
    const value = fitted[i - target.offset];
    return value === undefined || !Number.isFinite(value) ? null : value;
  });
}
