import { parseIsoDate } from "../../models/series/date.ts";
import type { CockpitView, ReleaseView } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatFigure } from "../format/formatFigure.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { StaleChip } from "../parts/StaleChip.tsx";
import { Link } from "../route/Link.tsx";
import { cockpitWords } from "../words/cockpit.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

/** What the sources publish next, and what is late. */
export const nextReleases = definePanel<CockpitView>({
  id: "releases",
  title: { zh: "发布日历", en: "Release calendar" },
  question: { zh: "接下来有什么数据要来？", en: "Which data come next?" },
  audience: ["leader", "analyst", "steward"],
  height: "14rem",
  frame: "card",
  view: ({ releases }, lang) => {
    const w = cockpitWords[lang].releases;
    const late = releases.filter((r) => r.state === "late").length;
    return {
      title: releases.length === 0 ? w.none : w.title(releases.length - late, late),
      subtitle: w.subtitle,
      table: {
        caption: w.subtitle,
        columns: [
          { heading: w.date },
          { heading: w.what },
          { heading: w.who },
          { heading: w.before, align: "right" },
        ],
        rows: releases.map((r) => [
          `${r.date} ${r.time}`,
          `${r.title[lang]} ${formatPeriod(r.period, lang)}`,
          r.agencyName[lang],
          previousText(r, lang) ?? "",
        ]),
      },
    };
  },
  Body,
});

function Body({ data: { releases, asOf } }: { data: CockpitView }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(24rem,100%),1fr))] gap-x-6 text-[.88rem]">
      {releases.map((r) => (
        <li key={`${r.date}-${r.agency}-${r.title.zh}`} className="grid border-t border-line">
          <Release release={r} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

/** One release: when, what, by whom, and the figure it follows; opens its leading indicator. */
function Release({ release: r, asOf }: { release: ReleaseView; asOf: string }) {
  const w = useWords(cockpitWords).releases;
  const lang = useLang();
  const previous = previousText(r, lang);
  const lead = r.indicators[0];
  const face = (
    <>
      <span className="num w-[4.6rem] shrink-0 text-[.8rem] leading-snug text-ink2">
        {formatDate(r.date, lang, "short")}
        <span className="block text-ink3">{r.time}</span>
      </span>
      <span className="min-w-0 flex-1">
        <b className="mr-2 leading-snug font-semibold">{r.title[lang]}</b>
        {r.state === "late" && <StaleChip daysLate={daysBetween(r.date, asOf)} />}
        <span className="num block text-[.82rem] text-ink3">
          {[r.agencyName[lang], formatPeriod(r.period, lang), previous].filter((x) => x !== null).join(" · ")}
        </span>
      </span>
    </>
  );
  const className = "flex gap-2 py-2";
  if (lead === undefined) return <div className={className}>{face}</div>;
  return (
    <Link
      to="/indicator/$id"
      params={{ id: lead }}
      className={`${className} hover:bg-sunken`}
      title={r.basis === "publication-rule" ? w.byRule : w.byRecord}
    >
      {face}
    </Link>
  );
}

function previousText(r: ReleaseView, lang: Lang): string | null {
  if (r.previous === null) return null;
  const { value, unit, decimals, period } = r.previous;
  return cockpitWords[lang].releases.previous(
    formatFigure(value, unit, decimals, lang).text,
    formatPeriod(period, lang),
  );
}

function daysBetween(from: string, to: string): number {
  const a = parseIsoDate(from);
  const b = parseIsoDate(to);
  return a === null || b === null ? 0 : b - a;
}
