import { useMemo } from "react";
import type { CycleView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { Draw } from "../../charts/drawing.ts";
import { phaseLinesDrawing } from "../../charts/phaseLinesDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";
import { GROUPS } from "./search.ts";
import { shadedFrom } from "./shadedFrom.ts";

const TEN_YEARS = 120;
const route = pageOf("/cycle");

/** The three composites over the phases of the coincident one; the newest phase with the odds of its beginning. */
export function CompositesCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const { all } = route.useSearch();
  const { composites } = w;
  const title = view.titles.composites.text[lang];
  const subtitle = composites.subtitle(composites.units[view.method]);
  const source = w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion);
  const draw = useMemo<Draw>(() => {
    const from = all ? 0 : Math.max(0, view.months.length - TEN_YEARS);
    return (context) =>
      phaseLinesDrawing(
        {
          name: title,
          decimals: 1,
          unit: "",
          periods: view.months.slice(from),
          lines: GROUPS.map((g) => ({
            name: w.groups[g],
            values: view.groups[g].index.slice(from),
            main: g === "coincident",
          })),
          phases: shadedFrom(view, from, lang),
          // Without a trend taken out 100 is where the index began and divides nothing.
          baseline: view.method === "oecd" ? 100 : null,
        },
        context,
      );
  }, [view, all, title, w, lang]);
  const last = view.groups.coincident.turns.at(-1);
  return (
    <ChartCard
      id="composites"
      className={className}
      title={title}
      subtitle={subtitle}
      footer={source}
      method={<p>{w.methodTexts[view.method]}</p>}
      draw={draw}
      label={composites.chart}
      height="15rem"
      passport={{ title, subtitle, source }}
      fileName={`guanlan-cycle-${view.method}-${view.asOf}`}
      controls={
        <div className="noprint mb-1">
          <Segmented
            label={composites.range}
            value={all ? "all" : "ten"}
            options={(["ten", "all"] as const).map((value) => ({ value, label: composites.ranges[value] }))}
            onChange={(v) => changeSearch({ all: v === "all" ? true : undefined }, true)}
          />
        </div>
      }
    >
      {last?.provisional && (
        <p className="mt-1 text-[.87rem] text-ink2">
          {last.odds === null || last.odds.share === null
            ? composites.oddsNone(formatPeriod(last.month, lang), w.turns[last.kind])
            : composites.oddsSentence(
                formatPeriod(last.month, lang),
                w.turns[last.kind],
                formatNumber(100 * last.odds.share, 0),
                last.odds.n,
              )}
        </p>
      )}
    </ChartCard>
  );
}
