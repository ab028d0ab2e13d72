import { useMemo } from "react";
import type { NowcastRecordView, PastNowcastView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { nowcastPathDrawing } from "../../charts/nowcastPathDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** One past period: what was told on each day of release until its figure came. */
export function PastPathCard({ view, past }: { view: NowcastRecordView; past: PastNowcastView }) {
  const r = useWords(forecastWords).record;
  const lang = useLang();
  const period = formatPeriod(past.period, lang);
  const draw = useMemo(() => {
    const naive = past.stages.at(-1)?.naive;
    const data = {
      name: view.name[lang],
      unit: view.unit,
      decimals: view.decimals,
      path: past.path.map((p) => ({ ...p, lower: null, upper: null })),
      level: 80,
      news: [],
      lines: [
        { value: past.actual, label: r.came },
        ...(naive === undefined ? [] : [{ value: naive, label: r.carried }]),
      ],
      selected: null,
    };
    return (context: ChartContext) => nowcastPathDrawing(data, context);
  }, [view, past, lang, r]);
  const title = r.chosen(period, formatDate(past.published, lang));
  const subtitle = r.chosenSubtitle(formatFigure(past.actual, view.unit, view.decimals, lang).text);
  const source = r.footer(view.source[lang]);
  return (
    <ChartCard
      id="period"
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={r.chosenLabel(period)}
      height="15rem"
      passport={{ title, subtitle, source }}
      fileName={`${view.target}-nowcast-${past.period}`}
    />
  );
}
