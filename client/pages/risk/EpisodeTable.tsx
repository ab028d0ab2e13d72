import type { RiskEventView } from "../../../server/routers/views.ts";
import { formatChange } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { partsWords } from "../../words/parts.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Past months that stood most like today's, and what came after them; most alike first, which a phone leaves at that. */
export function EpisodeTable({ view }: { view: Pick<RiskEventView, "episodes" | "reference"> }) {
  const w = useWords(riskWords).event;
  const p = useWords(partsWords);
  const lang = useLang();
  const { unit, decimals, short, indicator } = view.reference;
  if (view.episodes.length === 0) return <p className="text-[.9rem] text-ink3">{w.episodesNone}</p>;
  return (
    <Scroller label={p.scrollable(w.episode)}>
      <table className="table num">
        <caption className="sr-only">{w.episode}</caption>
        <thead>
          <tr>
            <th scope="col">{w.episode}</th>
            <th scope="col" className="r max-sm:hidden">
              {w.similarity}
            </th>
            <th scope="col" className="r">
              {w.afterwards(short[lang])}
            </th>
            <th scope="col" className="r min-w-[4.6em]">
              {w.followed}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.episodes.map((e) => (
            <tr key={e.period}>
              <th scope="row" className="whitespace-nowrap">
                <Link to="/indicator/$id" params={{ id: indicator }} className="link inline-block py-0.5">
                  {formatPeriod(e.period, lang)}
                </Link>
              </th>
              <td className="r max-sm:hidden">{formatNumber(e.similarity, 2)}</td>
              <td className="r whitespace-nowrap">
                {e.afterwards === null ? "—" : formatChange(e.afterwards, unit, decimals, lang).text}
              </td>
              <td className={`r ${e.event === true ? "font-bold" : "text-ink2"}`}>
                {e.event === null ? w.open : e.event ? w.yes : w.no}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
