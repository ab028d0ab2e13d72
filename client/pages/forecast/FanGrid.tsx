import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FansView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { ChartCard } from "../../charts/ChartCard.tsx";
import { measureOf } from "../../charts/measure.ts";
import { formatDate } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Card } from "../../parts/Card.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { useFan } from "../indicator/ForecastCard.tsx";
import { TARGETS, type Target } from "./search.ts";

const GRID = "grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 xl:grid-cols-3";

/** Ten headline figures, each with its fan, or why it has none. */
export function FanGrid() {
  const w = useWords(forecastWords);
  const query = useQuery(
    trpc.forecast.fans.queryOptions(useAsOf(), { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  return (
    <section id="fans" aria-labelledby="fans-heading" className="scroll-mt-20">
      <h2 id="fans-heading" className="text-[1.2rem] font-bold">
        {w.fans.heading}
      </h2>
      <p className="mb-2 text-[.84rem] text-ink3">{w.fans.subtitle}</p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div key={query.data ? "here" : "coming"} className={GRID}>
        {query.data
          ? drawn(query.data.fans).map((fan) => (
              <FanCard key={fan.indicator} fan={fan} forecast={fan.forecast} />
            ))
          : !query.error && PLACES.map((id) => <Skeleton key={id} height="21rem" />)}
        {query.data && (
          <NoForecasts
            fans={query.data.fans.filter((fan) => fan.forecast === null)}
            count={drawn(query.data.fans).length}
          />
        )}
      </div>
    </section>
  );
}

type Fan = FansView["fans"][number];
type Drawn = Fan & { forecast: NonNullable<Fan["forecast"]> };
const drawn = (fans: readonly Fan[]): Drawn[] => fans.filter((fan): fan is Drawn => fan.forecast !== null);

/** What is left of the last row of two or three places. */
function widthAfter(count: number): string {
  const three = ["xl:col-span-3", "xl:col-span-2", "xl:col-span-1"][count % 3]!;
  return `${count % 2 === 0 ? "md:col-span-2" : "md:col-span-1"} ${three}`;
}

/** The figures that no model may speak of, each with its reason. */
function NoForecasts({ fans, count }: { fans: readonly Fan[]; count: number }) {
  const w = useWords(forecastWords);
  const lang = useLang();
  if (fans.length === 0) return null;
  return (
    <Card
      className={widthAfter(count)}
      title={w.fans.none(fans.length)}
      subtitle={w.fans.noneSubtitle}
      tools={false}
    >
      <ul>
        {fans.map((fan) => (
          <li key={fan.indicator} className="border-t border-line py-2 text-[.87rem] first:border-0">
            <Link
              to="/indicator/$id"
              params={{ id: fan.indicator }}
              className="link inline-block py-0.5 font-semibold"
            >
              {fan.name[lang]}
            </Link>
            <p className="text-ink2">
              {fan.why?.[lang]} {isTarget(fan.indicator) && <NowcastOf target={fan.indicator} />}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const isTarget = (indicator: string): indicator is Target => TARGETS.some((t) => t === indicator);

/** What no model may say so far ahead may still be told of the period under way. */
function NowcastOf({ target }: { target: Target }) {
  const w = useWords(forecastWords).fans;
  return (
    <>
      {w.nowcast}{" "}
      <Link to="/forecast" search={{ target }} className="link inline-block py-0.5">
        {w.nowcastOf} →
      </Link>
    </>
  );
}

const PLACES = Array.from({ length: 10 }, (_, i) => `fan-${i}`);

function FanCard({ fan, forecast }: { fan: Fan; forecast: Drawn["forecast"] }) {
  const w = useWords(forecastWords);
  const lang = useLang();
  const draw = useFan(fan);
  const title = fan.title.text[lang];
  const unit = measureOf(fan.unit, fan.decimals, fan.history.values, lang).unit;
  const more = (
    <Link to="/indicator/$id" params={{ id: fan.indicator }} className="link inline-block py-1">
      {fan.name[lang]} →
    </Link>
  );
  const source = [fan.source[lang], w.known(formatDate(forecast.madeAsOf, lang))].join(" · ");
  const subtitle = [forecast.modelTitle[lang], unit].filter((t) => t !== "").join(" · ");
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
      {fan.record && (
        <p className="num mt-1 text-[.84rem] text-ink2">
          {w.fans.record(
            formatNumber(fan.record.relativeToNaive, 2),
            formatNumber(fan.record.coverage80, 0),
            fan.record.origins,
          )}
        </p>
      )}
    </ChartCard>
  );
}
