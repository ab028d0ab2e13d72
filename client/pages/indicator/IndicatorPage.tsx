import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { pageOf } from "../../route/useRoute.ts";
import { AccessCard } from "./AccessCard.tsx";
import { ForecastCard } from "./ForecastCard.tsx";
import { IndicatorHead } from "./IndicatorHead.tsx";
import { IndicatorSkeleton } from "./IndicatorSkeleton.tsx";
import { LightsCard } from "./LightsCard.tsx";
import { MetaCard } from "./MetaCard.tsx";
import { RelatedCard } from "./RelatedCard.tsx";
import { SeriesCard } from "./SeriesCard.tsx";
import { UsedInCard } from "./UsedInCard.tsx";
import { VintageCard } from "./VintageCard.tsx";

const route = pageOf("/indicator/$id");
/** What may be adjusted or parted: their cards are tall. */
const AMOUNTS: readonly string[] = ["level", "flow", "ytd"];
const MadeCards = lazy(() => import("./MadeCards.tsx").then((m) => ({ default: m.MadeCards })));

/** One indicator: what it is, where it stands, whether to trust it. */
export function IndicatorPage() {
  const { id } = route.useParams();
  const { region, transform = "none" } = route.useSearch();
  const asOf = useAsOf();
  const key = { indicator: id, ...(region === undefined ? {} : { region }), ...asOf };
  const shown = useQuery(
    trpc.series.view.queryOptions({ ...key, transform }, { ...TAKE_BACK, placeholderData: keepPreviousData }),
  );
  // Forecast and lights belong to the figures as published; they stay while the chart is transformed.
  const published = useQuery(
    trpc.series.view.queryOptions(
      { ...key, transform: "none" },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const view = shown.data?.meta.indicator.id === id ? shown.data : undefined;
  const base = published.data?.meta.indicator.id === id ? published.data : view;

  if (!view || !base) {
    if (shown.error)
      return <ErrorState heading="h1" error={shown.error} onRetry={() => void shown.refetch()} />;
    return <IndicatorSkeleton />;
  }
  return (
    <>
      <IndicatorHead view={base} />
      {shown.error && <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <SeriesCard view={view} busy={shown.isPlaceholderData} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
            <VintageCard view={base} />
            <ForecastCard view={base} />
          </div>
          {base.lights && base.bounds && <LightsCard view={base} lights={base.lights} bounds={base.bounds} />}
          <Suspense
            fallback={<Skeleton height={AMOUNTS.includes(base.meta.indicator.measure) ? "32rem" : "6rem"} />}
          >
            <MadeCards view={base} />
          </Suspense>
          <UsedInCard meta={base.meta} />
        </div>
        <aside className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 md:grid-cols-2 xl:grid-cols-1">
          <MetaCard view={base} />
          <div className="flex min-w-0 flex-col gap-4">
            <AccessCard view={base} transform={transform} />
            <RelatedCard meta={base.meta} />
          </div>
        </aside>
      </div>
    </>
  );
}
