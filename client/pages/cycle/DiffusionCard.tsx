import { useMemo } from "react";
import type { CycleView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { diffusionDrawing } from "../../charts/diffusionDrawing.ts";
import type { Draw } from "../../charts/drawing.ts";
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
      diffusionDrawing(
        {
          name: title,
          periods: view.months.slice(from),
          groups: GROUPS.map((g) => ({
            name: w.groups[g],
            values: view.groups[g].diffusion.slice(from),
          })),
          phases: shadedFrom(view, from, lang),
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
      height="17rem"
      passport={{ title, subtitle: w.diffusion.subtitle, source }}
      fileName={`guanlan-diffusion-${view.asOf}`}
    >
      <p className="mt-1 text-[.84rem] text-ink3">{w.diffusion.coarse(sizes[0]!, sizes[1]!, sizes[2]!)}</p>
    </ChartCard>
  );
}
