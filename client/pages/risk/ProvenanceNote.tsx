import type { Provenance } from "../../../server/routers/views.ts";
import { formatDate, formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Where a result comes from: method, day, run, and which vintage of which figures; the list is folded away. */
export function ProvenanceNote({ provenance: p }: { provenance: Provenance }) {
  const w = useWords(riskWords).provenance;
  const lang = useLang();
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <span className="num">
          {w.line(p.version, formatDate(p.day, lang), formatNumber(p.run, 0), formatInstant(p.madeAt))}
        </span>
      </summary>
      <table className="table num mt-1 max-w-[44rem]">
        <caption className="sr-only">{w.vintages}</caption>
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col">{w.vintage}</th>
            <th scope="col" className="r">
              {w.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {p.vintages.map((v) => (
            <tr key={v.indicator}>
              <th scope="row">{v.short[lang]}</th>
              <td>{v.vintage === null ? "—" : formatDate(v.vintage, lang)}</td>
              <td className="r">{formatNumber(v.observations, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="break-all">
        {w.inputs} <code>{p.inputs}</code>
      </p>
    </details>
  );
}
