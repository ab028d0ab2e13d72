import { type ReactNode, useMemo } from "react";
import type { NowcastRecordView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { pastNowcastDrawing } from "../../charts/pastNowcastDrawing.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { pastColumns, type Sample } from "./pastColumns.ts";

/** Told at one distance to publication against what came; a period is chosen by a click. */
export function PastCard({
  view,
  stages,
  stage,
  sample,
  period,
  progress,
}: {
  view: NowcastRecordView;
  stages: readonly number[];
  stage: number;
  sample: Sample;
  /** The period whose path is shown beside. */
  period: string | undefined;
  progress: ReactNode;
}) {
  const r = useWords(forecastWords).record;
  const lang = useLang();
  const columns = useMemo(() => pastColumns(view.periods, stage, sample), [view.periods, stage, sample]);
  const draw = useMemo(() => {
    const at = period === undefined ? -1 : columns.periods.indexOf(period);
    const data = {
      ...columns,
      name: view.name[lang],
      unit: view.unit,
      decimals: view.decimals,
      selected: at < 0 ? null : at,
    };
    return (context: ChartContext) => pastNowcastDrawing(data, context);
  }, [view, columns, period, lang]);
  const subtitle = r.subtitle(view.name[lang], stage, r.bases[view.basis ?? "mixed"]);
  const source = r.footer(view.source[lang]);
  return (
    <ChartCard
      title={`${r.heading}${lang === "zh" ? "：" : ": "}${view.title.text[lang]}`}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={r.label(view.name[lang])}
      height="20rem"
      passport={{ title: view.title.text[lang], subtitle, source }}
      fileName={`${view.target}-nowcast-record-${view.asOf}`}
      onPick={(row) => changeSearch({ period: columns.periods[row] }, true)}
      controls={
        <div className="noprint mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Segmented
            label={r.stage}
            showLabel
            value={String(stage)}
            options={stages.map((s) => ({ value: String(s), label: r.days(s) }))}
            onChange={(s) => changeSearch({ before: Number(s) }, true)}
          />
          {progress}
        </div>
      }
    >
      <p className="mt-1 text-[.8rem] text-ink3">{r.pick}</p>
    </ChartCard>
  );
}
