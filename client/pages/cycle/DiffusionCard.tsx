import { useMemo } from "react";
import type { CycleView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { Draw } from "../../charts/drawing.ts";
import { phaseLinesDrawing } from "../../charts/phaseLinesDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";
import { GROUPS } from "./search.ts";
import { shadedFrom } from "./shadedFrom.ts";

const THREE_YEARS = 36;

/** How widely a movement is shared: the members that rise, group by group. */
export function DiffusionCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const title = view.titles.diffusion.text[lang];
  const source = w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion);
  const draw = useMemo<Draw>(() => {
    const from = Math.max(0, view.months.length - THREE_YEARS);
    return (context) =>
      phaseLinesDrawing(
        {
          name: title,
          decimals: 0,
          unit: "%",
          periods: view.months.slice(from),
          lines: GROUPS.map((g) => ({
            name: w.groups[g],
            values: view.groups[g].diffusion.slice(from),
            main: g === "coincident",
          })),
          phases: shadedFrom(view, from, lang),
          baseline: 50,
          range: [0, 100],
        },
        context,
      );
  }, [view, title, w, lang]);
  const sizes = GROUPS.map((g) => view.groups[g].members.length);
  return (
    <ChartCard
      id="diffusion"
      className={className}
      title={title}
      subtitle={w.diffusion.subtitle}
      footer={source}
      draw={draw}
      label={w.diffusion.chart}
      height="16rem"
      passport={{ title, subtitle: w.diffusion.subtitle, source }}
      fileName={`guanlan-diffusion-${view.asOf}`}
    >
      <p className="mt-1 text-[.84rem] text-ink3">{w.diffusion.coarse(sizes[0]!, sizes[1]!, sizes[2]!)}</p>
    </ChartCard>
  );
}
