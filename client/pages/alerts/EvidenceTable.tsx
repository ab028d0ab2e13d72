import type { AlertDetail } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { alertsWords } from "../../words/alerts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { evidenceDecimals } from "./evidenceDecimals.ts";

/** Each condition, what was found, what was needed, and whether it held; below it period, source and vintage of the number. */
export function EvidenceTable({ evidence }: { evidence: AlertDetail["evidence"] }) {
  const w = useWords(alertsWords);
  const lang = useLang();
  const figure = (row: AlertDetail["evidence"][number], which: "value" | "threshold"): string => {
    const { [which]: v, unit } = row;
    if (v === null) return "—";
    const decimals = evidenceDecimals(v, row);
    const own = w.evidenceUnits[unit];
    if (own !== undefined) return formatNumber(v, decimals) + own;
    return formatFigure(v, unit === "percentage-points" ? "percentage-point" : unit, decimals, lang).text;
  };
  const passportOf = ({ period, source, vintage }: AlertDetail["evidence"][number]): string =>
    [
      period === null ? null : formatPeriod(period, lang),
      source?.[lang] ?? null,
      vintage === null ? null : w.evidenceVintage(formatDate(vintage, lang)),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  return (
    <table className="table num mt-1">
      <thead>
        <tr>
          <th scope="col">{w.condition}</th>
          <th scope="col" className="r">
            {w.found}
          </th>
          <th scope="col" className="r">
            {w.threshold}
          </th>
          <th scope="col" className="r">
            <span className="sr-only">{w.met}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((e) => (
          <tr key={`${e.condition.zh} ${e.source?.zh}`}>
            <th scope="row" className="!text-ink2">
              <span>{e.condition[lang]}</span>
              {passportOf(e) !== "" && <span className="block text-[.8rem] text-ink3">{passportOf(e)}</span>}
            </th>
            <td className="r font-bold whitespace-nowrap">{figure(e, "value")}</td>
            <td className="r whitespace-nowrap text-ink3">{figure(e, "threshold")}</td>
            <td className="r w-8">
              <span aria-hidden="true">{e.met ? "✓" : "–"}</span>
              <span className="sr-only">{e.met ? w.met : w.notMet}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
