import type { CycleTurnRow, CycleView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { cycleWords } from "../../words/cycle.ts";
import { partsWords } from "../../words/parts.ts";
import { type Lang, useLang, useWords } from "../../words/useWords.ts";
import { agenciesOf } from "./agenciesOf.ts";

/** Peaks and troughs of the coincident group, newest first: how long, who turned before and after, how sure. */
export function TurnsCard({ view, className }: { view: CycleView; className: string }) {
  const w = useWords(cycleWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const t = w.turns;
  const rows = view.turns.toReversed();
  const headings = [t.turn, t.month, t.state, t.phase, t.leading, t.lagging];
  return (
    <Card
      id="turns"
      className={className}
      title={view.titles.turns.text[lang]}
      subtitle={t.subtitle}
      method={<p>{t.method}</p>}
      footer={w.sources(agenciesOf(view, lang), formatDate(view.provenance.day, lang), view.dataVersion)}
      fileName={`guanlan-turns-${view.method}-${view.asOf}`}
      table={{
        caption: t.caption,
        columns: headings.map((heading) => ({ heading })),
        rows: rows.map((r) => [
          t[r.kind],
          formatPeriod(r.month, lang),
          stateText(r, lang),
          phaseText(r, lang),
          leadText(r.leading, lang),
          leadText(r.lagging, lang),
        ]),
      }}
    >
      <Scroller label={p.scrollable(t.caption)}>
        <table className="table num">
          <caption className="sr-only">{t.caption}</caption>
          <thead>
            <tr>
              {headings.map((h) => (
                <th key={h} scope="col" className="whitespace-nowrap">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.month}>
                <th scope="row" className="!text-ink whitespace-nowrap">
                  <span aria-hidden="true" className="mr-1 text-[.7em] text-ink3">
                    {r.kind === "peak" ? "▲" : "▽"}
                  </span>
                  {t[r.kind]}
                </th>
                <td className="whitespace-nowrap">{formatPeriod(r.month, lang)}</td>
                <td className={r.provisional ? "min-w-[10rem]" : ""}>
                  <Chip tone={r.provisional ? "late" : "plain"}>
                    {r.provisional ? t.provisional : t.confirmed}
                  </Chip>
                  {r.provisional && (
                    <span className="block text-[.82rem] text-ink2 sm:ml-2 sm:inline sm:whitespace-nowrap">
                      {oddsText(r, lang)}
                    </span>
                  )}
                </td>
                <td className="whitespace-nowrap text-ink2">{phaseText(r, lang)}</td>
                <td className="whitespace-nowrap">{leadText(r.leading, lang)}</td>
                <td className="whitespace-nowrap">{leadText(r.lagging, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Card>
  );
}

function phaseText({ kind, phaseMonths }: CycleTurnRow, lang: Lang): string {
  const t = cycleWords[lang].turns;
  return phaseMonths === null ? t.first : t.length(kind, phaseMonths);
}

function leadText(lead: number | null, lang: Lang): string {
  const t = cycleWords[lang].turns;
  return lead === null ? t.none : t.lead(formatNumber(lead, 0, { sign: true }));
}

function oddsText({ odds }: CycleTurnRow, lang: Lang): string {
  const t = cycleWords[lang].turns;
  return odds === null || odds.share === null ? t.noOdds : t.odds(formatNumber(100 * odds.share, 0), odds.n);
}

function stateText(row: CycleTurnRow, lang: Lang): string {
  const t = cycleWords[lang].turns;
  return row.provisional ? `${t.provisional} (${oddsText(row, lang)})` : t.confirmed;
}
