import type { Measure, Words } from "../indicators/indicator.ts";
import type { Series } from "../series/series.ts";
import { derive, gap } from "./cells.ts";
import { indexTo } from "./indexTo.ts";
import { differenceOf } from "./lagChange.ts";
import { monthOnMonth } from "./monthOnMonth.ts";
import { movingAverage } from "./movingAverage.ts";
import { rateLike } from "./rateLike.ts";
import type { Transform } from "./transform.ts";
import { transformNote } from "./transformNote.ts";
import { percentileSeries, standardScore } from "./windowScore.ts";
import { yearOnYear } from "./yearOnYear.ts";

export interface Transformed {
  /** On slots of the same frequency; `unit` is the unit after the transform. */
  series: Series;
  /** What was computed in an unusual way or could not be, and why; null when there is nothing to say. */
  note: Words | null;
}

/**
 * Applies a transform. Units follow: growth of a level is `percent`, change of a rate is `percentage-point`,
 * `index`, `percentile` (0–100), `standard-deviation`. `measure` (from the catalogue) tells a diffusion index
 * from a price index and lets month-on-month rates be chained; without it the unit decides.
 * What has no meaning (a running total against the month before; a growth rate as an index) comes back as
 * gaps with a note, never as a number.
 */
export function applyTransform(series: Series, transform: Transform, measure?: Measure): Transformed {
  if (transform === "none") return { series, note: null };
  const impossible = meaningless(series, transform, measure);
  if (impossible) return { series: derive(series, series.unit, () => gap("unknown")), note: impossible };
  const result = computed(series, transform, measure);
  return { series: result, note: transformNote(series, result, transform, rateLike(series.unit, measure)) };
}

function computed(series: Series, transform: Exclude<Transform, "none">, measure?: Measure): Series {
  switch (transform) {
    case "yoy":
      return yearOnYear(series, measure);
    case "mom":
      return monthOnMonth(series, measure);
    case "ma3":
      return movingAverage(series, 3, measure);
    case "ma12":
      return movingAverage(series, 12, measure);
    case "index":
      return indexTo(series, measure);
    case "percentile":
      return percentileSeries(series);
    case "zscore":
      return standardScore(series);
    case "diff":
      return differenceOf(series);
  }
}

function meaningless(series: Series, transform: Transform, measure?: Measure): Words | null {
  const rate = rateLike(series.unit, measure);
  const runningTotal = series.basis === "year-to-date" && !rate;
  if (runningTotal && transform !== "yoy")
    return {
      zh: "累计值逐月累加，只能与上年同期比较；此变换未计算。",
      en: "A running total grows month by month and compares only with the same period a year earlier; not computed.",
    };
  const chains = measure === "mom" || measure === "mom-sa";
  if (transform === "index" && rate && !chains)
    return {
      zh: "该序列本身是比率，定基指数没有意义；未计算。",
      en: "The series is a rate already; an index with a fixed base has no meaning and was not computed.",
    };
  return null;
}
