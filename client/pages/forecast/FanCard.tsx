import type { NowcastView } from "../../../server/routers/views.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { useFan } from "../indicator/ForecastCard.tsx";
import type { DrawnFan } from "./nowcastFan.ts";

/** One fan; of a nowcast the record is the nowcast's own. */
export function FanCard({ fan, nowcast }: { fan: DrawnFan; nowcast: NowcastView | undefined }) {
  const w = useWords(forecastWords);
  const { forecast } = fan;
  const lang = useLang();
  const draw = useFan(fan);
  const title = nowcast
    ? w.fans.nowcastTitle(
        fan.name[lang],
        formatPeriod(forecast.periods[0]!, lang),
        formatFigure(forecast.mean[0]!, fan.unit, fan.decimals, lang).text,
      )
    : fan.title.text[lang];
  const unit = measureOf(fan.unit, fan.decimals, fan.history.values, lang).unit;
  const more = (
    <Link to="/indicator/$id" params={{ id: fan.indicator }} className="link inline-block py-1">
      {fan.name[lang]} →
    </Link>
  );
  const source = [fan.source[lang], w.known(formatDate(forecast.madeAsOf, lang))].join(" · ");
  const subtitle = [forecast.modelTitle[lang], unit].filter((t) => t !== "").join(" · ");
  const two = (v: number): string => formatNumber(v, 2);
  const percent = (v: number): string => formatNumber(v, 0);
  const own = nowcast?.record;
  const record = own
    ? w.fans.nowcastRecord(
        own.daysBefore,
        two(own.nowcast.rmse / own.against.naive.rmse),
        percent(own.coverage80),
        own.n,
      )
    : fan.record &&
      w.fans.record(two(fan.record.relativeToNaive), percent(fan.record.coverage80), fan.record.origins);
  return (
    <ChartCard
      title={title}
      subtitle={subtitle}
      footer={
        <span className="flex flex-wrap items-center justify-between gap-x-2">
          <span>{source}</span>
          {more}
        </span>
      }
      draw={draw}
      label={w.fans.label(fan.name[lang])}
      height="13rem"
      passport={{ title, subtitle, source }}
      fileName={`${fan.indicator}-forecast-${forecast.madeAsOf}`}
    >
      {fan.notice && <p className="mt-1 text-[.84rem] text-late">{fan.notice[lang]}</p>}
      {fan.why && <p className="mt-1 text-[.84rem] text-late">{fan.why[lang]}</p>}
      {record && <p className="num mt-1 text-[.84rem] text-ink2">{record}</p>}
    </ChartCard>
  );
}
