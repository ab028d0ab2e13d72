import type { NowcastShown, NowcastView } from "../../../server/routers/views.ts";
import { formatDate, formatInstant } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const SHORT_HASH = 12;
const right = { textAlign: "right" as const };

/** 怎么算的: method, specification and run in numbers that make it again, and every input with its vintage. */
export function MethodCard({ view, shown }: { view: NowcastView; shown: NowcastShown }) {
  const m = useWords(forecastWords).method;
  const lang = useLang();
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
          <dl className="num mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[.87rem]">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink3">{name}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <section
          aria-label={m.table}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="scroller"
        >
          <table className="table num">
            <caption className="sr-only">{m.table}</caption>
            <thead className="whitespace-nowrap">
              <tr>
                <th scope="col">{m.columns.indicator}</th>
                <th scope="col">{m.columns.part}</th>
                <th scope="col">{m.columns.last}</th>
                <th scope="col">{m.columns.vintage}</th>
                <th scope="col" style={right}>
                  {m.columns.figures}
                </th>
              </tr>
            </thead>
            <tbody className="whitespace-nowrap">
              {p.vintages.map((v) => {
                const member = shown.members.find((x) => x.indicator === v.indicator);
                return (
                  <tr key={v.indicator}>
                    <th scope="row">
                      <Link
                        to="/indicator/$id"
                        params={{ id: v.indicator }}
                        className="link inline-block py-0.5"
                      >
                        {v.short[lang]}
                      </Link>
                    </th>
                    <td>{member ? view.parts[member.group][lang] : m.none}</td>
                    <td>{member?.last ? formatPeriod(member.last, lang) : m.none}</td>
                    <td>{v.vintage ?? m.none}</td>
                    <td className="r">{formatNumber(v.observations, 0)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      </div>
    </Card>
  );
}
