import { parsePeriod } from "../../../models/series/period.ts";
import { TRANSFORMS, type Transform } from "../../../models/transforms/transform.ts";
import { compact, oneOf, type RawSearch, textOf } from "../../api/searchParams.ts";

export const RANGES = ["1y", "3y", "5y", "10y", "all"] as const;
export type Range = (typeof RANGES)[number];
export const DEFAULT_RANGE: Range = "10y";

export const CODE_LANGUAGES = ["http", "python", "r", "excel"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** What the card of the seasonal adjustment shows; `level` unless asked otherwise. */
export const SEASONAL_PARTS = ["level", "change", "seasonal", "festival", "irregular"] as const;
export type SeasonalPart = (typeof SEASONAL_PARTS)[number];

export interface IndicatorSearch {
  region?: string;
  transform?: Transform;
  /** Counted back from the last figure; `start` and `end` (periods) are stronger. */
  range?: Range;
  start?: string;
  end?: string;
  /** The main chart as its table. */
  view?: "table";
  code?: CodeLanguage;
  part?: SeasonalPart;
  /** Single periods out of a running total: growth instead of amounts. */
  single?: "growth";
}

export function indicatorSearch(raw: RawSearch): IndicatorSearch {
  const transform = oneOf(raw.transform, TRANSFORMS);
  const part = oneOf(raw.part, SEASONAL_PARTS);
  return compact({
    region: textOf(raw.region),
    transform: transform === "none" ? undefined : transform,
    range: oneOf(raw.range, RANGES),
    start: periodOf(raw.start),
    end: periodOf(raw.end),
    view: oneOf(raw.view, ["table"] as const),
    code: oneOf(raw.code, CODE_LANGUAGES),
    part: part === "level" ? undefined : part,
    single: oneOf(raw.single, ["growth"] as const),
  });
}

function periodOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && parsePeriod(text) ? text : undefined;
}
