import { useMemo } from "react";
import type { CycleView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { contributionDrawing } from "../../charts/contributionDrawing.ts";
import type { Draw } from "../../charts/drawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { cycleWords } from "../../words/cycle.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";
import { GROUPS } from "./search.ts";

const route = pageOf("/cycle");

/** A composite taken apart: what each member added, month by month, with what they add up to. */
export function ContributionsCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const lang = useLang();
  const { group = "coincident" } = route.useSearch();
  const { members, movement } = view.groups[group];
  const title = view.titles.contributions[group].text[lang];
  const subtitle = w.contributions.subtitle(w.contributions.units[view.method]);
  const source = w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion);
  const draw = useMemo<Draw>(
    () => (context) =>
      contributionDrawing(
        {
          name: title,
          unit: "index",
          decimals: 2,
          periods: view.contributionMonths,
          parts: members.map((m) => ({ name: m.short[lang], values: m.contributions })),
          total: { name: w.contributions.total[view.method], values: movement },
          keyed: true,
        },
        context,
      ),
    [view, members, movement, title, w, lang],
  );
  const estimated = members.reduce((n, m) => n + m.estimated, 0);
  return (
    <ChartCard
      id="contributions"
      className={className}
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.contributions.chart(w.groups[group])}
      height="15rem"
      passport={{ title, subtitle, source }}
      fileName={`guanlan-contributions-${group}-${view.asOf}`}
      controls={
        <div className="noprint mb-1">
          <Segmented
            label={w.contributions.group}
            value={group}
            options={GROUPS.map((value) => ({ value, label: w.groups[value] }))}
            onChange={(g) => changeSearch({ group: g === "coincident" ? undefined : g }, true)}
          />
        </div>
      }
    >
      {estimated > 0 && (
        <p className="mt-1 text-[.84rem] text-ink3">{w.contributions.estimated(estimated)}</p>
      )}
    </ChartCard>
  );
}
