import { AppError } from "../../errors.ts";
import { easter } from "./easter.ts";
import { type FestivalWindow, festivalShare } from "./festivalShare.ts";
import {
  additiveOutlier,
  levelShift,
  ramp,
  seasonalDummies,
  seasonalOutlier,
  temporaryChange,
} from "./interventions.ts";
import { type Span, yearAndIndex } from "./span.ts";
import {
  leapYear,
  lengthOfPeriod,
  officialTradingDay,
  stockTradingDay,
  tradingDay,
  WEEKDAYS,
  weekdayContrast,
} from "./tradingDay.ts";

/** What an estimated effect belongs to, and so which table of an adjustment carries it. */
export type Effect = "trading-day" | "holiday" | "outlier" | "level" | "seasonal" | "user";

/** A regressor as plain data: stored with a model and laid out over any span. Slots as `slotOf` counts them. */
export type Regressor =
  | { kind: "td" | "td1coef" | "official-td" | "official-td1coef" | "lpyear" | "length" | "seasonal" }
  | { kind: "stock-td"; day: number }
  | { kind: "easter"; window: number; stock?: boolean }
  | ({ kind: "festival" } & FestivalWindow)
  | { kind: "ao" | "ls" | "so"; at: number }
  | { kind: "tc"; at: number; rate?: number }
  | { kind: "ramp"; from: number; to: number }
  | { kind: "user"; name: string; effect: Effect; first: number; values: readonly number[] };

export type OutlierKind = "ao" | "ls" | "tc";

/** One column of a regression, with the name X-13ARIMA-SEATS gives it where it has one. */
export interface Column {
  name: string;
  effect: Effect;
  values: Float64Array;
}

/**
 * The columns of a regressor over a span.
 * Throws invalid-input where a user's regressor does not cover the span: forecasts need its future values too.
 */
export function columnsOf(regressor: Regressor, span: Span): Column[] {
  const one = (name: string, effect: Effect, values: Float64Array): Column[] => [{ name, effect, values }];
  switch (regressor.kind) {
    case "td":
      return tradingDay(span).map((values, j) => ({ name: WEEKDAYS[j]!, effect: "trading-day", values }));
    case "td1coef":
      return one("Weekday", "trading-day", weekdayContrast(span));
    case "official-td":
      return officialTradingDay(span, false).map((values, j) => ({
        name: j < 5 ? `Worked ${WEEKDAYS[j]}` : "Worked weekend",
        effect: "trading-day",
        values,
      }));
    case "official-td1coef":
      return one("Working day", "trading-day", officialTradingDay(span, true)[0]!);
    case "stock-td":
      return stockTradingDay(span, regressor.day).map((values, j) => ({
        name: `Stock ${WEEKDAYS[j]}`,
        effect: "trading-day",
        values,
      }));
    case "lpyear":
      return one("Leap Year", "trading-day", leapYear(span));
    case "length":
      return one(
        span.period === 4 ? "Length-of-Quarter" : "Length-of-Month",
        "trading-day",
        lengthOfPeriod(span),
      );
    case "easter":
      return one(
        `${regressor.stock ? "StockEaster" : "Easter"}[${regressor.window}]`,
        "holiday",
        easter(span, regressor.window, regressor.stock),
      );
    case "festival":
      return one(regressor.name, "holiday", festivalShare(span, regressor));
    case "seasonal":
      return seasonalDummies(span).map((values, j) => ({
        name: `Season ${j + 1}`,
        effect: "seasonal",
        values,
      }));
    case "ao":
      return one(`AO${dateOf(regressor.at, span.period)}`, "outlier", additiveOutlier(span, regressor.at));
    case "tc":
      return one(
        `TC${dateOf(regressor.at, span.period)}`,
        "outlier",
        temporaryChange(span, regressor.at, regressor.rate),
      );
    case "ls":
      return one(`LS${dateOf(regressor.at, span.period)}`, "level", levelShift(span, regressor.at));
    case "ramp":
      return one(
        `RP${dateOf(regressor.from, span.period)}-${dateOf(regressor.to, span.period)}`,
        "level",
        ramp(span, regressor.from, regressor.to),
      );
    case "so":
      return one(`SO${dateOf(regressor.at, span.period)}`, "seasonal", seasonalOutlier(span, regressor.at));
    case "user":
      return one(regressor.name, regressor.effect, userValues(regressor, span));
  }
}

/** Whether adjusting the calendar is what a regressor is for. */
export const isCalendar = (regressor: Regressor): boolean =>
  columnsOf(regressor, { first: 24000, count: 0, period: 12 }).some(
    (c) => c.effect === "trading-day" || c.effect === "holiday",
  );

export const isOutlier = (r: Regressor): boolean => r.kind === "ao" || r.kind === "ls" || r.kind === "tc";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** 1951.May, 1951.2: a slot as outliers are named. */
function dateOf(slot: number, period: number): string {
  const { year, index } = yearAndIndex(slot, period);
  return `${year}.${period === 12 ? MONTHS[index]! : index + 1}`;
}

function userValues(r: Extract<Regressor, { kind: "user" }>, span: Span): Float64Array {
  if (span.count === 0) return new Float64Array(0);
  const from = span.first - r.first;
  if (from < 0 || from + span.count > r.values.length)
    throw new AppError(
      "invalid-input",
      `regressor ${r.name} has ${r.values.length} values from ${dateOf(r.first, span.period)}; the series with its forecasts needs ${span.count} from ${dateOf(span.first, span.period)}`,
    );
  const values = Float64Array.from(r.values.slice(from, from + span.count));
  if (!values.every(Number.isFinite))
    throw new AppError("invalid-input", `regressor ${r.name} holds a value that is not a finite number`);
  return values;
}
