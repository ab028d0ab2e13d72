import type { NowcastShown, NowcastView } from "../../../server/routers/views.ts";
import { useMe } from "../../api/useMe.ts";
import { formatDate, formatInstant } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { VintageTable } from "../../parts/VintageTable.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const SHORT_HASH = 12;

/** 怎么算的: method, specification and run in numbers that make it again, and every input with its vintage. */
export function MethodCard({ view, shown }: { view: NowcastView; shown: NowcastShown }) {
  const m = useWords(forecastWords).method;
  const lang = useLang();
  const { user } = useMe();
  const { provenance: p } = shown;
  const write = (v: number): string => formatFigure(v, view.unit, view.decimals, lang).text;
  const facts: [string, string][] = [
    [m.name, shown.specification],
    [m.hash, shown.hash],
    [m.version, p.version],
    [m.run, formatNumber(p.run, 0)],
    [m.made, formatInstant(p.madeAt)],
    [m.day, formatDate(p.day, lang)],
    [m.inputs, p.inputs.slice(0, SHORT_HASH)],
    [m.before, `${formatPeriod(shown.before.period, lang)} ${write(shown.before.value)}`],
    [
      m.next,
      shown.next ? `${formatPeriod(shown.next.period, lang)} ${write(shown.next.density.mean)}` : m.none,
    ],
  ];
  return (
    <Card
      id="method"
      className="scroll-mt-20"
      title={m.heading}
      subtitle={`${view.name[lang]} · ${formatPeriod(shown.period, lang)}`}
      tools={false}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div>
          <p className="text-[.9rem] leading-relaxed text-ink2">{m.text(shown.method[lang])}</p>
          <details className="mt-2" open={user?.role !== "leader"}>
            <summary className="min-h-7 cursor-pointer text-[.87rem] text-ink2">{m.facts}</summary>
            <FactList facts={facts} />
          </details>
        </div>
        <VintageTable
          more={[m.columns.part, m.columns.last]}
          rows={p.vintages.map((v) => {
            const member = shown.members.find((x) => x.indicator === v.indicator);
            return {
              id: v.indicator,
              name: (
                <Link to="/indicator/$id" params={{ id: v.indicator }} className="link inline-block py-0.5">
                  {v.short[lang]}
                </Link>
              ),
              more: member
                ? [view.parts[member.group][lang], member.last ? formatPeriod(member.last, lang) : m.none]
                : [],
              vintage: v.vintage,
              figures: v.observations,
            };
          })}
        />
      </div>
    </Card>
  );
}
