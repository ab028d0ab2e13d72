import type { AlertDetail } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { Link } from "../../route/Link.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { alertTermsWords } from "../../words/alertTerms.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Earlier times the same rule spoke of the same subject, and what followed. */
export function PrecedentTable({ alert }: { alert: AlertDetail }) {
  const w = useWords(alertsWords);
  const t = useWords(alertTermsWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const figure = (v: number | null) =>
    v === null ? "—" : formatFigure(v, alert.unit, alert.decimals, lang).text;
  if (alert.precedents.length === 0) return <p className="mt-1 text-[.9rem] text-ink3">{w.precedentsNone}</p>;
  return (
    <section
      aria-label={p.scrollable(w.precedents)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller max-h-[17rem] overflow-y-auto"
    >
      <table className="table num mt-1">
        <thead className="sticky top-0 bg-surface">
          <tr>
            <th scope="col">{w.period}</th>
            <th scope="col">{w.severity}</th>
            <th scope="col" className="r">
              {w.lasted}
            </th>
            <th scope="col" className="r">
              {w.valueThen}
            </th>
            <th scope="col" className="r">
              {w.later}
            </th>
          </tr>
        </thead>
        <tbody>
          {alert.precedents.map((x) => (
            <tr key={x.alert}>
              <th scope="row">
                <Link to="/alerts" search={{ id: x.alert }} className="link whitespace-nowrap">
                  {formatDate(x.openedAsOf, lang)}
                </Link>
              </th>
              <td>{t.severities[x.severity]}</td>
              <td className="r">{x.months === null ? w.ongoing : w.months(x.months)}</td>
              <td className="r">{figure(x.value)}</td>
              <td className="r">{figure(x.sixMonthsLater)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
