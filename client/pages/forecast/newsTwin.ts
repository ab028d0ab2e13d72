import type { NowcastStep, NowcastView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { formatUnit } from "../../format/formatUnit.ts";
import type { TableTwin } from "../../parts/tableTwin.ts";
import type { forecast } from "../../words/zh/forecast.ts";

const DIGITS = 6;

/** A day's news as a file: every figure unrounded enough to add up, with its unit; revisions, re-estimation and the sum last. */
export function newsTwin(
  view: Pick<NowcastView, "indicators">,
  step: NowcastStep,
  lang: "zh" | "en",
  words: (typeof forecast)["news"],
): TableTwin {
  const write = (v: number): string => formatNumber(v, DIGITS);
  const rest = (name: string, v: number): string[] => [name, "", "", "", "", write(v)];
  return {
    caption: words.table,
    columns: [
      { heading: words.release },
      ...[words.actual, words.expected, words.surprise, words.weight, words.impact].map((heading) => ({
        heading,
        align: "right" as const,
      })),
    ],
    rows: [
      ...step.items.map((item) => {
        const named = view.indicators[item.indicator]!;
        return [
          `${named.short[lang]} ${formatPeriod(item.period, lang)} (${formatUnit(named.unit, lang)})`,
          ...[item.actual, item.expected, item.surprise, item.weight, item.impact].map(write),
        ];
      }),
      rest(words.revisions, step.revisions),
      rest(words.parameters, step.parameters),
      rest(words.total, step.change),
    ],
  };
}
