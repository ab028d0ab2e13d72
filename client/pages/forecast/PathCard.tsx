import { useMemo } from "react";
import type { MovePart, NowcastShown, NowcastStep, NowcastView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { nowcastPathDrawing } from "../../charts/nowcastPathDrawing.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { changeSearch } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { newsColumns } from "./newsColumns.ts";

/** The nowcast by day of release, and below it what moved it; a day is chosen by a click. */
export function PathCard({
  view,
  shown,
  step,
}: {
  view: NowcastView;
  shown: NowcastShown;
  step: NowcastStep | null;
}) {
  const w = useWords(forecastWords);
  const lang = useLang();
  const period = formatPeriod(shown.period, lang);
  const selected = step && shown.path.findIndex((p) => p.day === step.day);
  const draw = useMemo(() => {
    const goal = shown.chances.find((c) => c.kind === "goal");
    const data = {
      name: view.name[lang],
      unit: view.unit,
      decimals: view.decimals,
      path: shown.path.map(({ day, density }) => {
        const band = density.intervals.find((i) => i.level === 80);
        return { day, mean: density.mean, lower: band?.lower ?? null, upper: band?.upper ?? null };
      }),
      level: 80,
      news: newsColumns(shown, Object.keys(view.parts) as MovePart[], (part) => view.parts[part][lang]),
      lines:
        goal && goal.goalYear !== null && isNear(goal.line, shown)
          ? [{ value: goal.line, label: w.path.goal(goal.goalYear) }]
          : [],
      selected: selected === -1 ? null : selected,
    };
    return (context: ChartContext) => nowcastPathDrawing(data, context);
  }, [view, shown, selected, lang, w]);
  const title = shown.pathTitle.text[lang];
  const subtitle = w.path.subtitle(view.name[lang], period);
  const source = w.path.footer(view.source[lang], formatDate(shown.day, lang), shown.provenance.run);
  return (
    <ChartCard
      id="path"
      className="scroll-mt-20"
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.path.label(view.name[lang], period)}
      height="26rem"
      passport={{ title, subtitle, source }}
      fileName={`${view.target}-nowcast-${view.asOf}`}
      onPick={(row) => {
        const day = shown.path[row]?.day;
        if (shown.steps.some((s) => s.day === day)) changeSearch({ day }, true);
      }}
    >
      <p className="mt-1 text-[.8rem] text-ink3">{w.path.pick}</p>
    </ChartCard>
  );
}

/** Whether a line lies within the band's own width of the band: farther off it would flatten what it is drawn for. */
function isNear(line: number, { density }: NowcastShown): boolean {
  const band = density.intervals.find((i) => i.level === 80);
  if (!band) return false;
  const width = band.upper - band.lower;
  return line >= band.lower - width && line <= band.upper + width;
}
