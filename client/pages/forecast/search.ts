import type { IsoDate } from "../../../models/series/date.ts";
import { type Period, parsePeriod } from "../../../models/series/period.ts";
import { compact, intOf, isoDateOf, oneOf, type RawSearch, textOf } from "../../api/searchParams.ts";

export const TARGETS = ["gdp.yoy", "cpi.yoy", "ppi.yoy"] as const;
export type Target = (typeof TARGETS)[number];
export const DEFAULT_TARGET: Target = "gdp.yoy";

export const SAMPLES = ["all", "2010-2019", "without-2020-2021"] as const;

export interface ForecastSearch {
  target?: Target;
  /** The day of release whose figures are shown; by default the newest. */
  day?: IsoDate;
  /** Days before publication at which the past is shown. */
  before?: number;
  sample?: (typeof SAMPLES)[number];
  /** The past period whose path is shown. */
  period?: Period;
  /** The indicator of the models' table; by default the target. */
  indicator?: string;
  /** Its horizon. */
  ahead?: number;
}

export function forecastSearch(raw: RawSearch): ForecastSearch {
  const target = oneOf(raw.target, TARGETS);
  const period = textOf(raw.period);
  const count = (value: unknown): number | undefined => {
    const n = intOf(value);
    return n !== undefined && n > 0 && n < 400 ? n : undefined;
  };
  return compact({
    target: target === DEFAULT_TARGET ? undefined : target,
    day: isoDateOf(raw.day),
    before: count(raw.before),
    sample: oneOf(raw.sample, SAMPLES),
    period: period !== undefined && parsePeriod(period) ? period : undefined,
    indicator: textOf(raw.indicator),
    ahead: count(raw.ahead),
  });
}
