import type { CompareView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Card } from "../../parts/Card.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { useLang, useWords } from "../../words/useWords.ts";
import { workbenchWords } from "../../words/workbench.ts";
import { keyText } from "./basket.ts";
import { seriesNames } from "./seriesNames.ts";

/** Pairwise correlation; letters head the columns, so that twelve fit. */
export function CorrelationTable({ view }: { view: CompareView }) {
  const w = useWords(workbenchWords);
  const lang = useLang();
  const names = seriesNames(view, lang);
  const letter = (i: number): string => String.fromCharCode(65 + i);
  return (
    <Card title={w.compare.correlation} footer={w.compare.correlationNote} tools={false}>
      <Scroller label={w.compare.correlationTable}>
        <table className="table num">
          <caption className="sr-only">{w.compare.correlation}</caption>
          <thead>
            <tr>
              <th scope="col">{w.compare.series}</th>
              {view.series.map((s, i) => (
                <th key={keyText(s)} scope="col" style={{ textAlign: "right" }} title={names[i]}>
                  {letter(i)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.series.map((s, i) => (
              <tr key={keyText(s)}>
                <th scope="row" className="!text-ink2">
                  {letter(i)}　{names[i]}
                </th>
                {view.series.map((other, k) => (
                  <Correlation key={keyText(other)} r={view.correlation[i]?.[k] ?? null} self={i === k} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Card>
  );
}

/** Stronger correlations stand on a deeper ground; the number is always there. */
function Correlation({ r, self }: { r: number | null; self: boolean }) {
  if (r === null) return <td className="r text-ink3">—</td>;
  const share = self ? 0 : Math.round(Math.abs(r) * 30);
  return (
    <td className="r" style={{ background: `color-mix(in srgb, var(--accent) ${share}%, var(--surface))` }}>
      {formatNumber(r, self ? 0 : 2)}
    </td>
  );
}
