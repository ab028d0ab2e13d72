import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { NowcastShown, NowcastStep, NowcastView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Button, IconButton } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { Select } from "../../parts/Select.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { DayList } from "./DayList.tsx";
import { NewsTable } from "./NewsTable.tsx";
import { newsRows } from "./newsRows.ts";
import { newsTwin } from "./newsTwin.ts";

/** Which figures moved the forecast on a day; any day of release can be chosen. */
export function NewsCard({
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
  const [all, setAll] = useState(false);
  if (!step)
    return (
      <Card id="news" className="scroll-mt-20" title={w.news.heading} tools={false}>
        <EmptyState title={w.news.none} text={w.news.noneText} />
      </Card>
    );
  const { told, small } = newsRows(step);
  const at = shown.steps.indexOf(step);
  const go = (to: number) => changeSearch({ day: shown.steps[to]?.day }, true);
  return (
    <Card
      id="news"
      className="scroll-mt-20"
      title={step.title.text[lang]}
      subtitle={w.news.subtitle(formatDate(step.day, lang), formatPeriod(shown.period, lang))}
      footer={w.news.footer}
      table={newsTwin(view, step, lang, w.news)}
      fileName={`${view.target}-news-${step.day}`}
    >
      <div className="noprint mb-1 flex flex-wrap items-center gap-1">
        <IconButton label={w.news.earlier} disabled={at === 0} onClick={() => go(at - 1)}>
          <ChevronLeft size={16} />
        </IconButton>
        <Select
          label={w.news.day}
          value={step.day}
          options={shown.steps.map((s) => ({ value: s.day, label: formatDate(s.day, lang) })).toReversed()}
          onChange={(day) => changeSearch({ day }, true)}
        />
        <IconButton label={w.news.later} disabled={at === shown.steps.length - 1} onClick={() => go(at + 1)}>
          <ChevronRight size={16} />
        </IconButton>
      </div>
      <NewsTable view={view} step={step} items={all ? [...told, ...small] : told} />
      {small.length > 0 && !all && (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-[.84rem] text-ink2">
          {w.news.more(small.length)}
          <Button onClick={() => setAll(true)}>{w.news.all}</Button>
        </p>
      )}
      {shown.steps.length > 1 && <DayList view={view} steps={shown.steps} chosen={step} />}
    </Card>
  );
}
