import type { RiskEventView } from "../../../server/routers/views.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** What was estimated, for those who ask: folded away. */
export function EstimateList({ models }: { models: RiskEventView["models"] }) {
  const w = useWords(riskWords).event;
  const lang = useLang();
  return (
    <details className="mt-2 text-[.86rem]">
      <summary className="min-h-6 cursor-pointer text-ink3">{w.estimates}</summary>
      <table className="table num max-w-[44rem]">
        <caption className="sr-only">{w.estimates}</caption>
        <thead>
          <tr>
            <th scope="col">{w.estimateName}</th>
            <th scope="col" className="r">
              {w.estimateValue}
            </th>
            <th scope="col" className="r">
              {w.estimateError}
            </th>
          </tr>
        </thead>
        <tbody>
          {models.flatMap((m) =>
            m.estimates.map((e) => (
              <tr key={`${m.id} ${e.name.zh}`}>
                <th scope="row" className="!text-ink2">
                  {m.title[lang]} · {e.name[lang]}
                </th>
                <td className="r">{formatNumber(e.value, 2)}</td>
                <td className="r">{e.standardError === null ? "—" : formatNumber(e.standardError, 2)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
