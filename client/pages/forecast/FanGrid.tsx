import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { forecastWords } from "../../words/forecast.ts";
import { useWords } from "../../words/useWords.ts";
import { FanCard } from "./FanCard.tsx";
import { isTarget } from "./isTarget.ts";
import { NoForecasts } from "./NoForecasts.tsx";
import { nowcastFan } from "./nowcastFan.ts";

const GRID = "grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 xl:grid-cols-3";

/** Ten headline figures, each with its fan, or why it has none. */
export function FanGrid() {
  const w = useWords(forecastWords);
  const asOf = useAsOf();
  const query = useQuery(
    trpc.forecast.fans.queryOptions(asOf, { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  const all = query.data?.fans ?? [];
  // What no model may say so far ahead may still be told of the period under way.
  const asked = all.flatMap(({ indicator, forecast }) =>
    forecast === null && isTarget(indicator) ? [indicator] : [],
  );
  const nowcasts = useQueries({
    queries: asked.map((target) => trpc.nowcast.view.queryOptions({ target, ...asOf }, TAKE_BACK)),
  });
  const cards = all.map((fan) => {
    const { forecast } = fan;
    if (forecast) return { fan, drawn: { ...fan, forecast }, view: undefined, waiting: false };
    const nowcast = isTarget(fan.indicator) ? nowcasts[asked.indexOf(fan.indicator)] : undefined;
    const view = nowcast?.data;
    return { fan, drawn: view ? nowcastFan(fan, view) : null, view, waiting: nowcast?.isPending ?? false };
  });
  const shown = cards.filter((c) => c.drawn || c.waiting);
  return (
    <section id="fans" aria-labelledby="fans-heading" className="scroll-mt-20">
      <h2 id="fans-heading" className="text-[1.2rem] font-bold">
        {w.fans.heading}
      </h2>
      <p className="mb-2 text-[.84rem] text-ink3">{w.fans.subtitle}</p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div key={query.data ? "here" : "coming"} className={GRID}>
        {!query.data && !query.error && PLACES.map((id) => <Skeleton key={id} height="21rem" />)}
        {shown.map(({ fan, drawn, view }) =>
          drawn ? (
            <FanCard key={fan.indicator} fan={drawn} nowcast={view} />
          ) : (
            <Skeleton key={fan.indicator} height="21rem" />
          ),
        )}
        <NoForecasts fans={cards.filter((c) => !shown.includes(c)).map((c) => c.fan)} count={shown.length} />
      </div>
    </section>
  );
}

const PLACES = Array.from({ length: 10 }, (_, i) => `fan-${i}`);
