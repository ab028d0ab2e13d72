import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { codeOf } from "../../api/errors.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { CompositeCard } from "./CompositeCard.tsx";
import { Computing } from "./Computing.tsx";
import { EventCards } from "./EventCards.tsx";
import { HeatCard } from "./HeatCard.tsx";
import { PartsCard } from "./PartsCard.tsx";
import { RangePicker } from "./RangePicker.tsx";
import type { RiskRange } from "./search.ts";

/** The risks together: events, composite, and the heat of the domains. */
export function OverviewPage({ range, open }: { range: RiskRange; open: readonly string[] }) {
  const w = useWords(riskWords);
  const lang = useLang();
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.risk.overview.queryOptions({ ...asOf }, TAKE_BACK),
    placeholderData: keepPreviousData,
  });
  const view = query.data;
  if (codeOf(query.error) === "empty-base") return <ErrorState heading="h1" error={query.error} />;
  // Keyed: the places of what is coming are replaced, not moved, by what has come.
  return (
    <div key={view ? "here" : "coming"}>
      <h1 className="min-h-[1.5em] text-[1.5rem] leading-snug font-bold max-sm:min-h-[5.5em]">
        {view ? view.headline.text[lang] : query.error ? w.failed : <Coming />}
      </h1>
      <p className="mt-0.5 max-w-[60rem] text-[.89rem] text-ink2">{w.about}</p>
      {query.error && (
        <div className="mt-3">
          <ErrorState error={query.error} elsewhere={w.stillWorks} onRetry={() => void query.refetch()} />
        </div>
      )}
      <div className="mt-4 flex flex-col gap-4" aria-busy={query.isPlaceholderData || query.isPending}>
        {view ? (
          <>
            <EventCards events={view.events} />
            {view.composite ? (
              <>
                <div className="noprint -mb-1 flex justify-end">
                  <RangePicker range={range} />
                </div>
                <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
                  <CompositeCard
                    composite={view.composite}
                    window={Math.max(...view.events.map((e) => e.event?.window ?? 0))}
                    range={range}
                  />
                  <PartsCard composite={view.composite} range={range} />
                </div>
              </>
            ) : (
              <div className="card">
                <EmptyState heading="h2" title={w.composite.none} text={view.why?.[lang]} />
              </div>
            )}
          </>
        ) : (
          !query.error && (
            <>
              <Computing />
              <div className="grid grid-cols-1 gap-4 md:grid-cols-2 2xl:grid-cols-4">
                {["a", "b", "c", "d"].map((k) => (
                  <Skeleton key={k} height="17rem" />
                ))}
              </div>
              <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
                <Skeleton height="27rem" />
                <Skeleton height="27rem" />
              </div>
            </>
          )
        )}
        <Heat open={open} />
      </div>
    </div>
  );
}

function Coming() {
  const w = useWords(riskWords);
  return (
    <>
      <span className="skeleton inline-block h-[1em] w-72" />
      <span className="sr-only">{w.page}</span>
    </>
  );
}

function Heat({ open }: { open: readonly string[] }) {
  const w = useWords(riskWords).heat;
  const lang = useLang();
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.risk.heat.queryOptions({ ...asOf }, TAKE_BACK),
    placeholderData: keepPreviousData,
  });
  if (query.data?.map) return <HeatCard map={query.data.map} open={open} />;
  if (query.data)
    return (
      <div className="card" id="heat">
        <EmptyState heading="h2" title={w.none} text={query.data.why?.[lang]} />
      </div>
    );
  if (query.error)
    return (
      <div className="card p-4" id="heat">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  return <Skeleton height="28rem" />;
}
