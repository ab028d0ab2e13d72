import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { codeOf } from "../../api/errors.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Card } from "../../parts/Card.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { pageOf, usePlace } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { FanGrid } from "./FanGrid.tsx";
import { ForecastSkeleton } from "./ForecastSkeleton.tsx";
import { MethodCard } from "./MethodCard.tsx";
import { ModelsCard } from "./ModelsCard.tsx";
import { NewsCard } from "./NewsCard.tsx";
import { NowcastHead } from "./NowcastHead.tsx";
import { NumberStrip } from "./NumberStrip.tsx";
import { PathCard } from "./PathCard.tsx";
import { RecordCard } from "./RecordCard.tsx";
import { DEFAULT_TARGET } from "./search.ts";
import { stepAt } from "./stepAt.ts";

const route = pageOf("/forecast");
const AGAIN_MS = 10_000;
const waits = ({ kept, of }: { kept: number; of: number }): boolean => kept < of;

/** 预测: what will the period be, what moved it, and how good was that so far? */
export function ForecastPage() {
  const w = useWords(forecastWords);
  const lang = useLang();
  const { target = DEFAULT_TARGET, day } = route.useSearch();
  const role = useMe().user?.role;
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.nowcast.view.queryOptions({ target, ...asOf }, TAKE_BACK),
    placeholderData: keepPreviousData,
    // Without a whole record nothing may be shown to a leader: it is on its way.
    refetchInterval: ({ state: { data } }) => (data?.why && waits(data.progress) ? AGAIN_MS : false),
  });
  const view = query.data?.target === target ? query.data : undefined;
  useAnchor(view !== undefined);
  const shown = view?.shown ?? null;
  const step = shown && stepAt(shown.steps, day);
  const models = <ModelsCard target={target} />;
  // Who works on models came for them.
  const first = role === "modeler" || role === "administrator";
  const below = (
    <>
      {first && models}
      <RecordCard target={target} />
      <FanGrid />
      {!first && models}
      {view && shown && <MethodCard view={view} shown={shown} />}
    </>
  );
  // What ails the whole product is told once, not by each section.
  const everywhere = ["unreachable", "empty-base"].includes(codeOf(query.error));
  if (!view && everywhere)
    return <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />;
  if (!view)
    return (
      <>
        {query.error ? (
          <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ForecastSkeleton
            target={target}
            text={asOf.asOf ? w.computing(formatDate(asOf.asOf, lang)) : w.computingToday}
          />
        )}
        <div className="mt-4 flex flex-col gap-4">{below}</div>
      </>
    );
  return (
    <div key="here">
      <NowcastHead view={view} busy={query.isPlaceholderData} />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {shown ? (
        <>
          <NumberStrip view={view} shown={shown} />
          <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
            <PathCard view={view} shown={shown} step={step} />
            <NewsCard view={view} shown={shown} step={step} />
          </div>
        </>
      ) : (
        <Card title={w.withheld.title} tools={false} id="news" className="mt-4">
          <EmptyState title={view.why?.[lang] ?? w.withheld.title} text={w.withheld.next} />
        </Card>
      )}
      <div className="mt-4 flex flex-col gap-4">{below}</div>
    </div>
  );
}

/** Goes to the place a link names once what it names is there. */
function useAnchor(ready: boolean): void {
  const { hash } = usePlace();
  useEffect(() => {
    if (ready && hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView({ block: "start" });
  }, [ready, hash]);
}
