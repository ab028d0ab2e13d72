import { type EpochDay, epochDay } from "../../series/date.ts";
import { periodDays } from "./monthDays.ts";
import { type Span, yearAndIndex } from "./span.ts";

/** Easter Sunday of the Gregorian calendar. Butcher's rule: Meeus, Astronomical Algorithms, 2nd ed., ch. 8. */
export function easterSunday(year: number): EpochDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return epochDay(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Years over which the mean of each calendar month is taken. */
const MEAN_FROM = 1600;
const MEAN_TO = 2099;

/**
 * Easter(w) of a flow: the share of the w days before Easter Sunday that fall in the period, less the mean of that share
 * for the calendar month (quarter) over 1600–2099. The stock variant takes the accumulated share from the window's start.
 * X-13ARIMA-SEATS Reference Manual, §4.3 and table 4.1: 1 ≤ w ≤ 25.
 */
export function easter(span: Span, window: number, stock = false): Float64Array {
  const mean = longRunMeans(span.period, window, stock);
  return shares(span, window, stock).map(
    (v, i) => v - mean[yearAndIndex(span.first + i, span.period).index]!,
  );
}

function shares(span: Span, window: number, stock: boolean): Float64Array {
  return Float64Array.from(periodDays(span), ({ start, end }, i) => {
    const last = easterSunday(yearAndIndex(span.first + i, span.period).year) - 1;
    const first = last - window + 1;
    if (stock) return end >= first && start <= last ? Math.min(window, end - first + 1) / window : 0;
    return Math.max(0, Math.min(end, last) - Math.max(start, first) + 1) / window;
  });
}

const known = new Map<string, Float64Array>();

function longRunMeans(period: number, window: number, stock: boolean): Float64Array {
  const key = `${period} ${window} ${stock}`;
  const found = known.get(key);
  if (found) return found;
  const years = MEAN_TO - MEAN_FROM + 1;
  const all = shares({ first: MEAN_FROM * period, count: years * period, period }, window, stock);
  const mean = new Float64Array(period);
  all.forEach((v, i) => {
    mean[i % period]! += v / years;
  });
  known.set(key, mean);
  return mean;
}
