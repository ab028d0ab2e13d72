import type { SeriesView } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import type { Locale } from "../../format/locale.ts";

/**
 * The finding above a transformed chart: its own newest figure, not that of the series as published.
 * null where the transform gave no figure.
 */
export function transformedTitle(
  view: Pick<SeriesView, "meta" | "unit" | "decimals" | "periods" | "values">,
  transform: string,
  locale: Locale,
): string | null {
  const last = view.values.findLastIndex((v) => v !== null);
  const value = view.values[last];
  const period = view.periods[last];
  if (value === null || value === undefined || period === undefined) return null;
  const { short, basis } = view.meta.indicator;
  const figure = formatFigure(value, view.unit, view.decimals, locale).text;
  const when = formatPeriod(period, locale, basis);
  return locale === "zh"
    ? `${short.zh}（${transform}）${when}为${figure}`
    : `${short.en} (${transform.toLowerCase()}): ${figure} in ${when}`;
}
