import type { ErrorRecord } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriodShort } from "../../format/formatPeriod.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { Link } from "../../route/Link.tsx";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { BarCell } from "./BarCell.tsx";
import { coverageNote } from "./coverageNote.ts";
import { GateChip } from "./GateChip.tsx";
import type { Target, TargetOf } from "./useTargets.ts";

export interface ErrorTableProps {
  records: readonly ErrorRecord[];
  target: TargetOf;
  /** On one model's page the horizon tells rows apart, elsewhere the model does. */
  by: "model" | "horizon";
}

/** Error records as a table with bars in its cells: best against naive first within each target. */
export function ErrorTable({ records, target, by }: ErrorTableProps) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const rows = [...records].sort(
    (a, b) =>
      a.indicator.localeCompare(b.indicator) ||
      (by === "model" ? a.relativeToNaive - b.relativeToNaive : a.horizon - b.horizon),
  );
  const most = (pick: (r: ErrorRecord) => number): number => Math.max(1e-9, ...rows.map(pick));
  const mostMase = Math.min(
    3,
    most((r) => r.mase),
  );
  const mostRelative = Math.min(
    2.5,
    Math.max(
      1.2,
      most((r) => r.relativeToNaive),
    ),
  );
  const e = w.errors;
  const right = { textAlign: "right" as const };
  return (
    <Scroller label={e.scroll}>
      <table className="table num">
        <caption className="sr-only">{e.scroll}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{e.target}</th>
            <th scope="col">{by === "model" ? e.model : e.horizon}</th>
            <th scope="col">{e.gate}</th>
            <th scope="col" style={right}>
              {e.relative}
            </th>
            <th scope="col" style={right}>
              {e.mase}
            </th>
            <th scope="col" style={right}>
              {e.rmse}
            </th>
            <th scope="col" style={right}>
              {e.coverage80}
            </th>
            <th scope="col" style={right}>
              {e.coverage95}
            </th>
            <th scope="col" style={right}>
              {e.origins}
            </th>
            <th scope="col" className="pl-4">
              {e.span}
            </th>
            <th scope="col">{e.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r, i) => (
            <tr
              key={`${r.indicator} ${r.region} ${r.model} ${r.horizon}`}
              // A line between targets, none inside one.
              className={rows[i + 1]?.indicator === r.indicator ? "[&>*]:!border-b-0" : ""}
            >
              <th scope="row" className="max-w-[14rem] min-w-[10rem] !text-ink2">
                {rows[i - 1]?.indicator === r.indicator ? (
                  <span className="sr-only">{target(r.indicator).name}</span>
                ) : (
                  <Link to="/indicator/$id" params={{ id: r.indicator }} className="link inline-block py-0.5">
                    {target(r.indicator).name}
                  </Link>
                )}
              </th>
              <td className="whitespace-nowrap">
                {by === "model" ? (
                  <Link
                    to="/models/$id"
                    params={{ id: r.model }}
                    search={{ indicator: r.indicator }}
                    className="link inline-block py-0.5"
                  >
                    {r.modelTitle[lang]}
                  </Link>
                ) : (
                  w.horizons(r.horizon)
                )}
              </td>
              <td className="whitespace-nowrap">
                <GateChip record={r} />
              </td>
              <BarCell
                value={r.relativeToNaive}
                most={mostRelative}
                mark={1}
                good={r.standing.state === "good"}
              />
              <BarCell value={r.mase} most={mostMase} good={r.standing.state === "good"} />
              <td className="r whitespace-nowrap">{errorText(r.rmse, target(r.indicator), lang)}</td>
              <Coverage actual={r.coverage80} nominal={80} />
              <Coverage actual={r.coverage95} nominal={95} />
              <td className="r">{formatNumber(r.origins, 0)}</td>
              <td className="pl-4 whitespace-nowrap text-ink2">
                {formatPeriodShort(r.firstOrigin)} – {formatPeriodShort(r.lastOrigin)}
              </td>
              <td className="whitespace-nowrap text-ink2">{e.bases[r.dataBasis]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** An error in the unit of its target; percentages and indexes need none beside their column. */
function errorText(error: number, { unit, decimals }: Target, lang: "zh" | "en"): string {
  if (unit === "percent" || unit.startsWith("index")) return formatNumber(error, 2);
  return formatFigure(error, unit, decimals, lang).text;
}

function Coverage({ actual, nominal }: { actual: number; nominal: number }) {
  const w = useWords(modelsWords);
  const note = coverageNote(actual, nominal);
  return (
    <td className="r whitespace-nowrap">
      {note && <span className="mr-1 text-[.8rem] text-late">{w.errors[note]}</span>}
      {formatNumber(actual, 0)}%
    </td>
  );
}
