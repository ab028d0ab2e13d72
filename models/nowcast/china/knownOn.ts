import { releaseDate } from "../../calendar/releaseDate.ts";
import { indicatorById } from "../../indicators/registry.ts";
import type { IsoDate } from "../../series/date.ts";
import type { Series } from "../../series/series.ts";

/**
 * The day on which a cell was first known: its vintage; for a figure revised since, and one without a vintage, the day of the
 * publication rule of its indicator. What stands is the figure as read, so that a path over such days is pseudo-real-time:
 * right in what was known, not in what it was revised from.
 */
export function firstKnown(series: Series, i: number): IsoDate | null {
  const vintage = series.vintages[i] ?? null;
  if (vintage !== null && series.status[i] !== "revised") return vintage;
  const indicator = indicatorById(series.indicator);
  return indicator ? releaseDate(indicator.update, series.periods[i]!) : vintage;
}

/** The series with only what was known at the end of a day. */
export function knownOn(series: Series, day: IsoDate): Series {
  const hidden = series.values.map((v, i) => v === null || (firstKnown(series, i) ?? "9999") > day);
  return {
    ...series,
    values: series.values.map((v, i) => (hidden[i] ? null : v)),
    status: series.status.map((s, i) => (hidden[i] ? "missing" : s)),
    reasons: series.reasons.map((r, i) => (hidden[i] ? (r ?? "not-yet-released") : r)),
  };
}

/** All days after `from`, up to `to`, on which one of the series published: in order, each once. */
export function releaseDays(series: readonly Series[], from: IsoDate, to: IsoDate): IsoDate[] {
  const days = new Set<IsoDate>();
  for (const s of series)
    s.values.forEach((v, i) => {
      const day = v === null ? null : firstKnown(s, i);
      if (day !== null && day > from && day <= to) days.add(day);
    });
  return [...days].sort();
}
