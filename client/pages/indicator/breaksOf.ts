import type { Indicator } from "../../../models/indicators/indicator.ts";
import { parsePeriod, spanOf } from "../../../models/series/period.ts";
import type { Locale } from "../../format/locale.ts";

/**
 * Dated notes of an indicator, placed on the periods shown: each at the first period that ends on or after its day.
 * `generic` names a note too long for the chart.
 */
export function breaksOf(
  notes: Indicator["notes"],
  periods: readonly string[],
  locale: Locale,
  generic: string,
): { period: string; text: string }[] {
  const first = periods[0];
  if (first === undefined) return [];
  const opening = spanOf(first).start;
  return (notes ?? []).flatMap((note) => {
    const from = note.from === undefined ? null : parsePeriod(note.from);
    if (!from || from.start < opening) return [];
    const period = periods.find((p) => spanOf(p).end >= from.start);
    return period === undefined ? [] : [{ period, text: shorten(note.text[locale], locale, generic) }];
  });
}

/** A break is named on the chart in a few words, else in general; the whole note stands beside the chart. */
function shorten(text: string, locale: Locale, generic: string): string {
  const most = locale === "zh" ? 14 : 26;
  const clause = text.split(/[。；;.，,]/)[0] ?? text;
  return clause.length <= most ? clause : generic;
}
