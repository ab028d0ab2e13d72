import type { OutlookMoves, OutlookView } from "../../server/routers/views.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatFigure } from "../format/formatFigure.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { EffectBar } from "../parts/EffectBar.tsx";
import type { TableTwin } from "../parts/tableTwin.ts";
import { Link } from "../route/Link.tsx";
import { outlookWords } from "../words/outlook.ts";
import { type Lang, useLang, useWords } from "../words/useWords.ts";
import { definePanel } from "./definePanel.ts";

const MOST = 6;
/** Moves below this are said as none. */
const SMALLEST = 5e-4;

/** Where growth stands before it is published, and which figures moved it last. */
export const nowcastNews = definePanel<OutlookView>({
  id: "nowcast-news",
  title: { zh: "本季增长", en: "Growth of this quarter" },
  question: {
    zh: "本季度增长多少？哪条新数据动了预测？",
    en: "How much does this quarter grow, and what moved that?",
  },
  audience: ["leader", "analyst", "modeler"],
  height: "22rem",
  frame: "card",
  view: ({ nowcast }, lang) => {
    const w = outlookWords[lang].news;
    const { told, name, unit, decimals } = nowcast;
    const band = told?.density.intervals.find((i) => i.level === 80);
    return {
      title: nowcast.headline.text[lang],
      ...(told &&
        band && {
          subtitle: w.subtitle(
            name[lang],
            formatPeriod(told.period, lang),
            formatFigure(told.density.mean, unit, decimals, lang).text,
            formatNumber(band.lower, decimals),
            formatNumber(band.upper, decimals),
          ),
        }),
      footer: <Footer nowcast={nowcast} lang={lang} />,
      table: told?.moves ? newsTable(nowcast, told.moves, lang) : null,
      empty: told ? null : { title: w.none, text: nowcast.why?.[lang] ?? "" },
    };
  },
  Body,
});

function Body({ data: { nowcast } }: { data: OutlookView }) {
  const w = useWords(outlookWords).news;
  const lang = useLang();
  const moves = nowcast.told?.moves;
  if (!moves) return <p className="text-ink2">{w.still}</p>;
  const items = moves.items.slice(0, MOST);
  const rest = moves.items.slice(MOST);
  const others = [
    [w.others(rest.length), rest.reduce((sum, i) => sum + i.impact, 0)],
    [w.revisions, moves.revisions],
    [w.parameters, moves.parameters],
  ] as const;
  const shown = others.filter(([, impact]) => Math.abs(impact) >= SMALLEST);
  const widest = Math.max(
    ...items.map((i) => Math.abs(i.impact)),
    ...shown.map(([, i]) => Math.abs(i)),
    0.01,
  );
  return (
    <>
      {nowcast.why && <p className="mb-2 text-[.88rem] text-late">{nowcast.why[lang]}</p>}
      <p className="mb-1 text-[.86rem] text-ink3">{days(moves, lang)}</p>
      <div className="scroller">
        <table className="table num">
          <caption className="sr-only">{days(moves, lang)}</caption>
          <thead>
            <tr>
              <th scope="col" className="max-sm:hidden">
                {w.published}
              </th>
              <th scope="col">{w.indicator}</th>
              <th scope="col" className="r max-sm:hidden">
                {w.actual}
              </th>
              <th scope="col" className="r max-sm:hidden">
                {w.expected}
              </th>
              <th scope="col" className="w-[38%] min-w-[8rem] max-sm:w-1/2">
                {w.impact}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const about = nowcast.indicators[item.indicator]!;
              const actual = formatFigure(item.actual, about.unit, about.decimals, lang).text;
              return (
                <tr key={`${item.indicator} ${item.period} ${item.day}`}>
                  <td className="whitespace-nowrap text-ink3 max-sm:hidden">
                    {formatDate(item.day, lang, "short")}
                  </td>
                  <th scope="row">
                    <Link
                      to="/indicator/$id"
                      params={{ id: item.indicator }}
                      className="inline-block min-w-[24px] leading-7 text-ink hover:underline"
                    >
                      {about.short[lang]}
                    </Link>
                    <span className="ml-1.5 text-[.8rem] font-normal text-ink3 max-sm:ml-0 max-sm:block">
                      {formatPeriod(item.period, lang)}
                      <span className="sm:hidden"> · {actual}</span>
                    </span>
                  </th>
                  <td className="r max-sm:hidden">{actual}</td>
                  <td className="r text-ink2 max-sm:hidden">
                    {formatFigure(item.expected, about.unit, about.decimals, lang).text}
                  </td>
                  <td>
                    <EffectBar value={item.impact} widest={widest} decimals={3} />
                  </td>
                </tr>
              );
            })}
            {shown.map(([title, impact]) => (
              <tr key={title}>
                <td className="max-sm:hidden" />
                <th scope="row">{title}</th>
                <td className="max-sm:hidden" />
                <td className="max-sm:hidden" />
                <td>
                  <EffectBar value={impact} widest={widest} decimals={3} />
                </td>
              </tr>
            ))}
            <tr>
              <td className="max-sm:hidden" />
              <th scope="row">{w.total}</th>
              <td className="max-sm:hidden" />
              <td className="max-sm:hidden" />
              <td className="text-center font-semibold">{formatNumber(moves.change, 3, { sign: true })}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function Footer({ nowcast, lang }: { nowcast: OutlookView["nowcast"]; lang: Lang }) {
  const w = outlookWords[lang].news;
  const { told, record, source } = nowcast;
  return (
    <p className="flex flex-wrap gap-x-2">
      {told && <span>{w.source(source[lang], formatDate(told.day, lang))}</span>}
      {record && (
        <span>
          {w.record(
            formatNumber(record.nowcast.rmse / record.against.naive.rmse, 2),
            record.n,
            formatNumber(record.coverage80, 0),
          )}
        </span>
      )}
      <Link to="/forecast" hash="news" className="link ml-auto inline-block py-1">
        {w.more} →
      </Link>
    </p>
  );
}

const days = ({ from, to }: OutlookMoves, lang: Lang): string =>
  from === to
    ? outlookWords[lang].news.day(formatDate(to, lang))
    : outlookWords[lang].news.days(formatDate(from, lang), formatDate(to, lang));

/** Every figure that moved it, what else did, and their sum. */
export function newsTable(nowcast: OutlookView["nowcast"], moves: OutlookMoves, lang: Lang): TableTwin {
  const w = outlookWords[lang].news;
  const effect = (v: number) => formatNumber(v, 3, { sign: true });
  const rest = (title: string, v: number) => ["", title, "", "", "", effect(v)];
  return {
    caption: days(moves, lang),
    columns: [
      { heading: w.published },
      { heading: w.indicator },
      { heading: w.period },
      { heading: w.actual, align: "right" },
      { heading: w.expected, align: "right" },
      { heading: w.impact, align: "right" },
    ],
    rows: [
      ...moves.items.map((i) => {
        const about = nowcast.indicators[i.indicator]!;
        const figure = (v: number) => formatFigure(v, about.unit, about.decimals, lang).text;
        return [
          formatDate(i.day, lang),
          about.short[lang],
          formatPeriod(i.period, lang),
          figure(i.actual),
          figure(i.expected),
          effect(i.impact),
        ];
      }),
      rest(w.revisions, moves.revisions),
      rest(w.parameters, moves.parameters),
      rest(w.total, moves.change),
    ],
  };
}
