import type { ForecastsAhead, ForecastTable, ModelForecastRow } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { changeUnit, formatUnit } from "../../format/formatUnit.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { BarCell } from "../models/BarCell.tsx";
import { GateChip } from "../models/GateChip.tsx";

const right = { textAlign: "right" as const };
/** On a phone the ratio to naive tells the error, and the interval stands in the fan. */
const NOT_ON_PHONE = "max-sm:hidden";

/** Models at one horizon, least error first; what only those who work with models ask for is left out for a leader. */
export function AheadTable({
  view,
  ahead: { rows },
  leader,
}: {
  view: ForecastTable;
  ahead: ForecastsAhead;
  leader: boolean;
}) {
  const m = useWords(forecastWords).models;
  const lang = useLang();
  const c = m.columns;
  const write = (v: number): string => formatFigure(v, view.unit, view.decimals, lang).text;
  const { combination } = view;
  // Where the combination is not shown its weights say nothing.
  const weighed =
    combination && combination.members.length > 0 && rows.some((r) => r.model === combination.model);
  const compared = rows.some((r) => r.against);
  const headings: (readonly [text: string, className?: string])[] = [
    [c.forecast],
    [c.interval, NOT_ON_PHONE],
    [c.rmse(formatUnit(changeUnit(view.unit), lang)), NOT_ON_PHONE],
    [c.relative],
    ...(compared ? [[c.against] as const] : []),
    [c.coverage],
    ...(weighed ? [[c.weight] as const] : []),
  ];
  const weightOf = (model: string): string => {
    const weight = combination?.members.find((x) => x.model === model)?.weight;
    return weight === undefined ? m.same : `${formatNumber(100 * weight, 0)}%`;
  };
  const most = Math.min(2.5, Math.max(1.2, ...rows.map((r) => r.record.relativeToNaive)));
  return (
    <Scroller label={m.table}>
      <table className="table num">
        <caption className="sr-only">{m.table}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{c.model}</th>
            {headings.map(([heading, className]) => (
              <th key={heading} scope="col" style={right} className={className}>
                {heading}
              </th>
            ))}
            {!leader && (
              <th scope="col" className="pl-4">
                {c.gate}
              </th>
            )}
            <th scope="col" className="pl-4">
              {c.errors}
            </th>
          </tr>
        </thead>
        <tbody className="whitespace-nowrap">
          {rows.map(({ model, modelTitle, daily, forecast, record, against, errors }) => (
            <tr key={model}>
              <th scope="row" className="max-sm:min-w-[8rem] max-sm:whitespace-normal">
                {!leader ? (
                  <Link
                    to="/models/$id"
                    params={{ id: model }}
                    search={{ indicator: view.indicator }}
                    className="link inline-block py-0.5"
                  >
                    {modelTitle[lang]}
                  </Link>
                ) : (
                  modelTitle[lang]
                )}{" "}
                {model === view.chosen && <Chip tone="accent">{m.chosen}</Chip>}
                {!daily && <Chip>{m.candidate}</Chip>}
              </th>
              <td className="r">
                {forecast ? <b>{write(forecast.mean)}</b> : <span className="text-ink3">{m.noForecast}</span>}
              </td>
              <td className={`r ${NOT_ON_PHONE}`}>
                {forecast
                  ? `${formatNumber(forecast.lower80, view.decimals)} – ${write(forecast.upper80)}`
                  : "—"}
              </td>
              <td className={`r ${NOT_ON_PHONE}`}>{formatNumber(record.rmse, 2)}</td>
              <BarCell value={record.relativeToNaive} most={most} mark={1} good={record.gate === "passed"} />
              {compared && <AgainstCell against={against} />}
              <td className="r">{formatNumber(record.coverage80, 0)}%</td>
              {weighed && <td className="r">{weightOf(model)}</td>}
              {!leader && (
                <td className="pl-4">
                  <GateChip record={record} />
                </td>
              )}
              <td className="pl-4">
                <span className="sr-only">
                  {m.errorsText(errors.values.length)}:{" "}
                  {errors.values.map((v) => formatNumber(v, 1, { sign: true })).join(", ")}
                </span>
                <Spark values={errors.values} width={110} height={26} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** Error over that of the model that pages show; below 1 in bold, with the chance that it is none. */
function AgainstCell({ against }: Pick<ModelForecastRow, "against">) {
  const m = useWords(forecastWords).models;
  if (!against) return <td className="r text-ink3">{m.same}</td>;
  const { ratio, p, origins } = against;
  const better = ratio < 1;
  return (
    <td className="r">
      <span className={better ? "font-bold" : ""}>{formatNumber(ratio, 2)}</span>
      <span className="block text-[.76rem] text-ink3">
        {m.againstText(better && p !== null ? formatNumber(p, 2) : null, origins)}
      </span>
    </td>
  );
}
