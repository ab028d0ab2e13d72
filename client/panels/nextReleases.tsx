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
  const w = useWords(cockpitWords).releases;
  const lang = useLang();
  return (
    <ul className="grid grid-cols-1 gap-2.5 text-[.88rem] sm:grid-cols-2 wall:grid-cols-1">
      {releases.map((r) => {
        const previous = previousText(r, lang);
        const lead = r.indicators[0];
        const face = (
          <>
            <span className="num flex flex-wrap items-center gap-x-2 text-[.78rem] text-ink3">
              {formatDate(r.date, lang, "short")} {r.time}
              {r.state === "late" && <StaleChip daysLate={daysBetween(r.date, asOf)} />}
            </span>
            <b className="block leading-snug">{r.title[lang]}</b>
            <span className="num block text-ink2">
              {r.agencyName[lang]} · {formatPeriod(r.period, lang)}
              {previous && ` · ${previous}`}
            </span>
          </>
        );
        return (
          <li key={`${r.date}-${r.agency}-${r.title.zh}`} className="grid">
            {lead === undefined ? (
              <div className="rounded-lg bg-sunken px-3 py-2">{face}</div>
            ) : (
              <Link
                to="/indicator/$id"
                params={{ id: lead }}
                className="rounded-lg bg-sunken px-3 py-2 hover:outline hover:outline-1 hover:outline-ink3"
                title={r.basis === "publication-rule" ? w.byRule : w.byRecord}
              >
                {face}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
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
