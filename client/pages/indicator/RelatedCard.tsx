import type { IndicatorMeta } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Card } from "../../parts/Card.tsx";
import { Link } from "../../route/Link.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Indicators that move with this one, before it or after it. */
export function RelatedCard({ meta }: { meta: IndicatorMeta }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const relation = (correlation: number | null, lag: number): string => {
    if (correlation === null) return "";
    const r = formatNumber(correlation, 2);
    if (lag === 0) return w.related.same(r);
    return lag > 0 ? w.related.leads(lag, r) : w.related.lags(-lag, r);
  };
  return (
    <Card title={w.related.title} tools={false}>
      {meta.related.length === 0 && <p className="text-[.89rem] text-ink2">{w.related.none}</p>}
      <ul className="text-[.89rem]">
        {meta.related.map((r) => (
          <li key={r.id} className="num border-t border-line py-1.5 first:border-0">
            <Link to="/indicator/$id" params={{ id: r.id }} className="link inline-block py-0.5">
              {r.short[lang]}
            </Link>
            <span className="flex items-baseline justify-between gap-2">
              <b>
                {r.latest !== null && r.latest.value !== null
                  ? formatFigure(r.latest.value, r.latest.unit, r.latest.decimals, lang).text
                  : "—"}
              </b>
              <span className="text-[.8rem] text-ink3">{relation(r.correlation, r.lag)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
