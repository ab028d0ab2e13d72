import { useMemo } from "react";
import type { ErrorRecord, FanView, SeriesView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import type { ChartContext } from "../../charts/drawing.ts";
import { fanDrawing } from "../../charts/fanDrawing.ts";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Card } from "../../parts/Card.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { indicatorWords } from "../../words/indicator.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** The newest forecast with its intervals; the model's error record before its name is believed. */
export function ForecastCard({ view }: { view: SeriesView }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const fan = view.forecast;
  if (!fan?.forecast)
    return (
      <Card title={w.forecast.heading} tools={false}>
        <EmptyState title={w.forecast.none} text={fan?.why?.[lang]} />
      </Card>
    );
  return <Fan fan={fan} forecast={fan.forecast} view={view} />;
}

function Fan({
  fan,
  forecast,
  view,
}: {
  fan: FanView;
  forecast: NonNullable<FanView["forecast"]>;
  view: SeriesView;
}) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const { indicator } = view.meta;
  const draw = useFan(fan);
  const first = forecast.mean[0];
  const title =
    first === undefined
      ? w.forecast.heading
      : w.forecast.title(
          fan.name[lang],
          formatPeriod(forecast.periods[0] ?? forecast.origin, lang, indicator.basis),
          formatFigure(first, fan.unit, fan.decimals, lang).text,
        );
  const subtitle = w.forecast.subtitle(
    forecast.modelTitle[lang],
    formatPeriod(forecast.origin, lang, indicator.basis),
    measureOf(fan.unit, fan.decimals, fan.history.values, lang).unit,
  );
  const source = [
    fan.source[lang],
    w.forecast.madeOn(formatDate(forecast.madeAsOf, lang)),
    ...(indicator.simulated ? [w.exports.simulated] : []),
  ].join(" · ");
  return (
    <ChartCard
      id="forecast"
      title={title}
      subtitle={subtitle}
      footer={source}
      draw={draw}
      label={w.forecast.label(fan.name[lang])}
      height="14rem"
      passport={{ title, subtitle, source }}
      fileName={`${fan.indicator}-forecast-${forecast.madeAsOf}`}
    >
      {fan.why && <p className="mt-2 text-[.84rem] text-late">{fan.why[lang]}</p>}
      {fan.notice && <p className="num mt-2 text-[.84rem] text-late">{fan.notice[lang]}</p>}
      {fan.record && <RecordLine record={fan.record} />}
    </ChartCard>
  );
}

/** The drawing of a fan in the page's language. */
export function useFan(fan: FanView) {
  const lang = useLang();
  return useMemo(() => {
    const data = {
      name: fan.name[lang],
      unit: fan.unit,
      decimals: fan.decimals,
      history: fan.history,
      forecast: fan.forecast,
      target: fan.target ? { value: fan.target.value, label: fan.target.label[lang] } : null,
    };
    return (context: ChartContext) => fanDrawing(data, context);
  }, [fan, lang]);
}

/** How the model did so far, in one sentence, with how it stands. */
export function RecordLine({ record }: { record: ErrorRecord }) {
  const w = useWords(indicatorWords);
  const lang = useLang();
  const percent = (v: number): string => `${formatNumber(v, 0)}%`;
  return (
    <p className="num mt-2 text-[.84rem] leading-relaxed text-ink2">
      <Chip tone={record.standing.state === "good" ? "accent" : "late"}>
        {w.forecast.states[record.standing.state]}
      </Chip>{" "}
      {[
        w.forecast.record(
          record.horizon,
          record.origins,
          formatNumber(record.mase, 2),
          formatNumber(record.rmse, 2),
        ),
        w.forecast.relative(formatNumber(record.relativeToNaive, 2)),
        w.forecast.coverage(percent(record.coverage80), percent(record.coverage95)),
        w.forecast.basis[record.dataBasis],
        record.standingWords[lang],
      ].join(lang === "zh" ? "；" : "; ")}
    </p>
  );
}
