import type { SeriesKey, User } from "../../../db/stores/contract.ts";
import { AppError } from "../../../models/errors.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { parsePeriod } from "../../../models/series/period.ts";
import { type Series, sliceSeries } from "../../../models/series/series.ts";
import { indicatorFor, regionOf } from "../catalogue.ts";

/** The indicator and region a request names, checked against the catalogue and the user's grades. */
export function keyFor(
  user: User,
  indicator: string,
  region: string | undefined,
  all: readonly { key: SeriesKey }[],
): { indicator: Indicator; key: SeriesKey } {
  const found = indicatorFor(user, indicator);
  const regions = all.filter((s) => s.key.indicator === indicator).map((s) => s.key.region);
  const code = region ?? (regions.includes("CHN") || regions.length === 0 ? "CHN" : regions[0]!);
  regionOf(code);
  if (regions.length > 0 && !regions.includes(code)) {
    throw new AppError(
      "not-found",
      `"${indicator}" has no figures for region "${code}"; it has them for ${regions.slice(0, 12).join(", ")}`,
    );
  }
  return { indicator: found, key: { indicator, region: code } };
}

/** The cells of a series that end between two periods, both included. Throws AppError("invalid-input") on text that is none. */
export function windowOf(series: Series, start: string | undefined, end: string | undefined): Series {
  const dayOf = (text: string, edge: "start" | "end"): number => {
    const span = parsePeriod(text);
    if (!span)
      throw new AppError(
        "invalid-input",
        `${edge} is "${text}"; needed is a period such as 2015, 2015-Q1, 2015-03`,
      );
    return span[edge];
  };
  const from = start === undefined ? -Infinity : dayOf(start, "start");
  const to = end === undefined ? Infinity : dayOf(end, "end");
  const inside = series.periods.map((p) => {
    const span = parsePeriod(p);
    return span !== null && span.end >= from && span.end <= to;
  });
  const first = inside.indexOf(true);
  return first < 0 ? sliceSeries(series, 0, 0) : sliceSeries(series, first, inside.lastIndexOf(true) + 1);
}
