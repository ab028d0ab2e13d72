import type { NowcastView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Chip } from "../../parts/Chip.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { TargetChoice } from "./TargetChoice.tsx";

/** What is told and as of when, and the page's one sentence. */
export function NowcastHead({ view, busy }: { view: NowcastView; busy: boolean }) {
  const w = useWords(forecastWords);
  const lang = useLang();
  const { shown, why } = view;
  return (
    <>
      <div
        aria-busy={busy}
        className="flex min-h-[2.3rem] flex-wrap items-center gap-x-3 gap-y-1 text-[.86rem] text-ink3"
      >
        <b className="font-semibold text-ink2">
          {lang === "zh" ? `${view.name.zh}${w.kind}` : `${w.kind} · ${view.name.en}`}
          {shown && ` · ${formatPeriod(shown.period, lang)}`}
        </b>
        <span>{w.known(formatDate(view.asOf, lang))}</span>
        {shown && <span>{w.newest(formatDate(shown.day, lang))}</span>}
        {shown && <span>{shown.due ? w.due(formatDate(shown.due, lang)) : w.noDue}</span>}
        <span className="noprint ml-auto">
          <TargetChoice target={view.target} />
        </span>
      </div>
      <h1 className="mt-2 min-h-[1.25em] text-[1.55rem] leading-tight font-bold md:text-[1.95rem]">
        {view.headline.text[lang]}
      </h1>
      {shown && why && (
        <p className="mt-1.5 text-[.89rem] text-ink2">
          <Chip tone="late">{w.research}</Chip> {why[lang]}
        </p>
      )}
    </>
  );
}
