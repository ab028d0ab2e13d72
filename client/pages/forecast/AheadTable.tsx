import type { ForecastTable, ModelForecastRow } from "../../../server/routers/views.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Spark } from "../../parts/Spark.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { BarCell } from "../models/BarCell.tsx";
import { GateChip } from "../models/GateChip.tsx";

const right = { textAlign: "right" as const };

/** Models at one horizon, best against naive first. */
export function AheadTable({
  view,
  rows,
  linked,
}: {
  view: ForecastTable;
  rows: readonly ModelForecastRow[];
  /** The pages of models are not for everyone. */
  linked: boolean;
}) {
  const m = useWords(forecastWords).models;
  const lang = useLang();
  const c = m.columns;
  const write = (v: number): string => formatFigure(v, view.unit, view.decimals, lang).text;
  const most = Math.min(2.5, Math.max(1.2, ...rows.map((r) => r.record.relativeToNaive)));
  return (
    <section
      aria-label={m.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroller"
    >
      <table className="table num">
        <caption className="sr-only">{m.table}</caption>
        <thead className="whitespace-nowrap">
          <tr>
            <th scope="col">{c.model}</th>
            {[c.forecast, c.interval, c.rmse, c.relative, c.coverage].map((heading) => (
              <th key={heading} scope="col" style={right}>
                {heading}
              </th>
            ))}
            <th scope="col" className="pl-4">
              {c.gate}
            </th>
            <th scope="col">{c.errors}</th>
          </tr>
        </thead>
        <tbody className="whitespace-nowrap">
          {rows.map(({ model, modelTitle, forecast, record, errors }) => (
            <tr key={model}>
              <th scope="row">
                {linked ? (
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
              </th>
              <td className="r">
                {forecast ? (
                  <>
                    <b>{write(forecast.mean)}</b>
                    <span className="block text-[.76rem] text-ink3">
                      {m.for(formatPeriod(forecast.period, lang))}
                    </span>
                  </>
                ) : (
                  <span className="text-ink3">{m.noForecast}</span>
                )}
              </td>
              <td className="r">
                {forecast
                  ? `${formatNumber(forecast.lower80, view.decimals)} – ${write(forecast.upper80)}`
                  : "—"}
              </td>
              <td className="r">{formatNumber(record.rmse, 2)}</td>
              <BarCell value={record.relativeToNaive} most={most} mark={1} good={record.gate === "passed"} />
              <td className="r">{formatNumber(record.coverage80, 0)}%</td>
              <td className="pl-4">
                <GateChip record={record} />
              </td>
              <td>
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
    </section>
  );
}
