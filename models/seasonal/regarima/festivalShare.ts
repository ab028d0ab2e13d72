import { LUNAR_FROM, LUNAR_TO, type LunarFestival, lunarFestival } from "../../calendar/lunarFestivals.ts";
import { AppError } from "../../errors.ts";
import { type EpochDay, epochDay, parseIsoDate } from "../../series/date.ts";
import { periodDays } from "./monthDays.ts";
import { type Span, yearAndIndex } from "./span.ts";

/** Festivals that move through the solar months, and National Day, which is fixed. */
export type Festival = LunarFestival | "national-day";

/** A run of days counted from the festival's first day (0): −15…−1 is the fortnight before. */
export interface FestivalWindow {
  name: string;
  festival: Festival;
  from: number;
  to: number;
  /**
   * `flow`: share of the window's days in the period. `stock`: share of the window's days gone by at the period's last day, 0
   * from the period after the festival's window on.
   */
  measure?: "flow" | "stock" | undefined;
  /** Years over which the mean of each calendar period is taken off; none is taken off with `null`. 1951–2050 otherwise. */
  centred?: { from: number; to: number } | null | undefined;
}

/** Span of the centring: a century, over which the festival's dates have nearly their long-run frequencies. */
export const CENTRED_OVER = { from: 1951, to: 2050 } as const;

/**
 * H(t) = h(t) − h̄(calendar period of t),   h(t) = |window ∩ period t| / |window|
 * The mean over many years is taken off so that the regressor moves nothing between calendar periods in the long run: what the
 * festival does on average belongs to the season. Lin & Liu (2002), Modeling lunar calendar effects in Taiwan; Roberts & White
 * (2015), RBA RDP 2015-13. Throws invalid-input for a window that is none and for years without a lunar date.
 */
export function festivalShare(span: Span, window: FestivalWindow): Float64Array {
  if (!(window.to >= window.from && Number.isInteger(window.from) && Number.isInteger(window.to)))
    throw new AppError(
      "invalid-input",
      `${window.name}: a window from day ${window.from} to ${window.to} is none`,
    );
  const raw = shares(span, window);
  const over = window.centred === undefined ? CENTRED_OVER : window.centred;
  if (over === null) return raw;
  const mean = festivalMeans(span.period, window, over);
  return raw.map((v, i) => v - mean[yearAndIndex(span.first + i, span.period).index]!);
}

/** Mean of a window's share in each calendar period, January first. */
export function festivalMeans(
  period: number,
  window: FestivalWindow,
  over: { from: number; to: number } = CENTRED_OVER,
): Float64Array {
  const key = `${period} ${window.festival} ${window.from} ${window.to} ${window.measure ?? "flow"} ${over.from} ${over.to}`;
  const found = known.get(key);
  if (found) return found;
  const years = over.to - over.from + 1;
  const mean = new Float64Array(period);
  shares({ first: over.from * period, count: years * period, period }, window).forEach((v, i) => {
    mean[i % period]! += v / years;
  });
  known.set(key, mean);
  return mean;
}

const known = new Map<string, Float64Array>();

function shares(span: Span, { festival, from, to, measure = "flow" }: FestivalWindow): Float64Array {
  const length = to - from + 1;
  return Float64Array.from(periodDays(span), ({ start, end }, i) => {
    const { year } = yearAndIndex(span.first + i, span.period);
    let share = 0;
    // A window may reach into the year before or after the festival's own.
    for (let y = year - 1; y <= year + 1; y++) {
      const day = festivalDay(festival, y, y === year);
      if (day === null) continue;
      const first = day + from;
      const last = day + to;
      if (measure === "flow") share += Math.max(0, Math.min(end, last) - Math.max(start, first) + 1) / length;
      else if (end >= first && start <= last) share += Math.min(length, end - first + 1) / length;
    }
    return share;
  });
}

function festivalDay(festival: Festival, year: number, needed: boolean): EpochDay | null {
  if (festival === "national-day") return epochDay(year, 10, 1);
  const date = lunarFestival(festival, year);
  if (date !== null) return parseIsoDate(date);
  if (!needed) return null;
  throw new AppError(
    "invalid-input",
    `the lunar calendar is on record from ${LUNAR_FROM} to ${LUNAR_TO}; a date of ${year} was asked for`,
  );
}
