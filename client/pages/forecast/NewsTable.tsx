import type { NowcastStep, NowcastView } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const right = { textAlign: "right" as const };
/** On a phone the actual stands below the name; what was expected and its weight make room for the impact: they are in the file. */
const HIDDEN = ["max-sm:hidden", "max-sm:hidden", "", "max-sm:hidden", ""] as const;
const impact = (v: number): string => formatNumber(v, 3, { sign: true });

/** The figures of a day with what was expected of them; revisions, re-estimation and the sum below. */
export function NewsTable({
  view,
  step,
  items,
}: {
  view: NowcastView;
  step: NowcastStep;
  items: NowcastStep["items"];
}) {
  const w = useWords(forecastWords);
  const lang = useLang();
  const n = w.news;
  return (
    <Scroller label={n.table}>
      <table className="table num">
        <caption className="sr-only">{n.table}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{n.release}</th>
            {[n.actual, n.expected, n.surprise, n.weight, n.impact].map((heading, i) => (
              <th key={heading} scope="col" style={right} className={HIDDEN[i]}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const named = view.indicators[item.indicator]!;
            const write = (v: number): string => formatFigure(v, named.unit, named.decimals, lang).text;
            return (
              <tr key={`${item.indicator} ${item.period}`}>
                <th scope="row" className="min-w-[8.5rem]">
                  <Link
                    to="/indicator/$id"
                    params={{ id: item.indicator }}
                    search={{ asof: step.day }}
                    className="link inline-block py-0.5"
                  >
                    {named.short[lang]}
                  </Link>
                  <span className="block text-[.78rem] text-ink3">
                    {formatPeriod(item.period, lang)} · {view.parts[item.group][lang]}
                    <span className="whitespace-nowrap sm:hidden">
                      {" "}
                      · {n.actual} {write(item.actual)}
                    </span>
                  </span>
                </th>
                <td className={`r whitespace-nowrap ${HIDDEN[0]}`}>{write(item.actual)}</td>
                <td className={`r whitespace-nowrap text-ink2 ${HIDDEN[1]}`}>{write(item.expected)}</td>
                <td className="r">{formatNumber(item.surprise, 2, { sign: true })}</td>
                <td className={`r text-ink2 ${HIDDEN[3]}`}>{formatNumber(item.weight, 3)}</td>
                <td className="r font-bold">{impact(item.impact)}</td>
              </tr>
            );
          })}
          {(["revisions", "parameters"] as const).map((part) =>
            step[part] === 0 ? null : <Sum key={part} name={n[part]} value={step[part]} />,
          )}
        </tbody>
        <tfoot>
          <Sum name={n.total} value={step.change} />
        </tfoot>
      </table>
    </Scroller>
  );
}

/** A row with an impact alone. */
function Sum({ name, value }: { name: string; value: number }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="!text-ink2">
        {name}
      </th>
      <td className={HIDDEN[0]} />
      <td className={HIDDEN[1]} />
      <td />
      <td className={HIDDEN[3]} />
      <td className="r font-bold">{impact(value)}</td>
    </tr>
  );
}
