import type { User } from "../../../db/stores/contract.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { lastIndex, type Series } from "../../../models/series/series.ts";
import { percentileRank } from "../../../models/statistics/percentileRank.ts";
import { applyTransform } from "../../../models/transforms/applyTransform.ts";
import type { Transform } from "../../../models/transforms/transform.ts";
import type { ReleaseView, SeriesView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { boundsFor, indicatorLight, lightCells } from "../cockpit/indicatorLight.ts";
import { figureOf, latestOf, previousOf } from "../figure.ts";
import { fanView } from "../models/fanView.ts";
import { passportOf } from "../passport.ts";
import { nextReleaseOf } from "./releases.ts";
import { seriesMeta } from "./seriesMeta.ts";
import { keyFor, windowOf } from "./seriesRequest.ts";
import { seriesTitle } from "./seriesTitle.ts";

export interface SeriesRequest {
  indicator: string;
  region?: string | undefined;
  transform: Transform;
  start?: string | undefined;
  end?: string | undefined;
  asOf?: string | undefined;
}

/** Years the percentile of the newest figure looks back over. */
const PERCENTILE_YEARS = 10;
const SLOTS_PER_YEAR = { A: 1, Q: 4, M: 12, W: 52, D: 365 } as const;

/** One indicator as an analyst reads it: transformed figures, passport, lights, forecast. */
export async function seriesView(s: Services, user: User, request: SeriesRequest): Promise<SeriesView> {
  const passport = passportOf(s.edition, request.asOf);
  const { asOf } = passport;
  const { indicator, key } = keyFor(user, request.indicator, request.region, s.base.directory.all());
  const [[series], [history = []], bounds] = await Promise.all([
    s.base.observations.series([key], { asOf }),
    s.base.observations.history([key], { asOf }),
    s.base.bounds.all(),
  ]);
  const whole = series!;
  const { series: transformed, note } = applyTransform(whole, request.transform, indicator.measure);
  const shown = windowOf(transformed, request.start, request.end);
  const [meta, forecast] = await Promise.all([
    seriesMeta(s, user, indicator, whole, history, asOf),
    request.transform === "none" ? fanView(s, indicator, whole, asOf, user.role) : null,
  ]);
  const band =
    key.region === "CHN" && request.transform === "none" ? boundsFor(bounds, indicator.id, asOf) : null;
  const latest = latestFigure(indicator, whole, nextReleaseOf(indicator, whole, asOf));
  return {
    ...passport,
    meta,
    transform: request.transform,
    unit: transformed.unit,
    decimals: request.transform === "none" ? indicator.decimals : Math.max(1, indicator.decimals),
    title: seriesTitle(indicator, latest, indicatorLight(bounds, indicator, key.region, latest.value, asOf)),
    periods: [...shown.periods],
    values: [...shown.values],
    status: [...shown.status],
    reasons: [...shown.reasons],
    vintages: [...shown.vintages],
    note,
    lights: band ? lightCells(shown, indicator, band) : null,
    bounds: band ? [...band] : null,
    latest,
    forecast,
  };
}

function latestFigure(
  indicator: Indicator,
  series: Series,
  nextRelease: ReleaseView | null,
): SeriesView["latest"] {
  const last = lastIndex(series);
  const previous = previousOf(series);
  const perYear = SLOTS_PER_YEAR[series.frequency];
  const recent =
    last === null
      ? []
      : series.values
          .slice(Math.max(0, last + 1 - PERCENTILE_YEARS * perYear), last + 1)
          .filter((v) => v !== null);
  const value = last === null ? null : (series.values[last] ?? null);
  return {
    ...figureOf(indicator, series.region, latestOf(series)),
    previous: previous?.value ?? null,
    previousPeriod: previous?.period ?? null,
    yearBefore: last === null ? null : (series.values[last - perYear] ?? null),
    percentile: value === null || recent.length < 2 * perYear ? null : percentileRank(recent, value),
    percentileYears: PERCENTILE_YEARS,
    nextRelease,
  };
}
