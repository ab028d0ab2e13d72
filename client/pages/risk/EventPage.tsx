import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { codeOf } from "../../api/errors.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Link } from "../../route/Link.tsx";
import { riskWords } from "../../words/risk.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { Computing } from "./Computing.tsx";
import { EventDetail } from "./EventDetail.tsx";
import { RangePicker } from "./RangePicker.tsx";
import type { RiskRange } from "./search.ts";

/** One event with its evidence, under an address of its own. */
export function EventPage({ id, range }: { id: string; range: RiskRange }) {
  const w = useWords(riskWords);
  const lang = useLang();
  const asOf = useAsOf();
  const query = useQuery({
    ...trpc.risk.event.queryOptions({ ...asOf, id }, TAKE_BACK),
    placeholderData: keepPreviousData,
  });
  // The evidence of another event is no stand-in for this one's.
  const view = query.data?.id === id ? query.data : undefined;
  const missing = codeOf(query.error) === "not-found" || codeOf(query.error) === "not-enough-data";
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link to="/risk" search={range === "10" ? {} : { range }} className="btn btn-quiet -ml-2">
          <ArrowLeft size={16} aria-hidden="true" />
          {w.event.back}
        </Link>
        {view && (
          <span className="noprint">
            <RangePicker range={range} />
          </span>
        )}
      </div>
      {view ? (
        <div aria-busy={query.isPlaceholderData}>
          <h1 className="text-[1.5rem] leading-snug font-bold">{view.headline.text[lang]}</h1>
          {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          <EventDetail view={view} range={range} />
        </div>
      ) : query.error && missing ? (
        <EmptyState
          heading="h1"
          title={codeOf(query.error) === "not-found" ? w.event.notFound : w.events.none}
          text={w.events.unknownProbability}
        />
      ) : query.error ? (
        <ErrorState heading="h1" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div aria-busy="true" className="flex flex-col gap-4">
          <h1 className="text-[1.5rem] leading-snug font-bold">
            <span className="skeleton inline-block h-[1em] w-72" />
            <span className="sr-only">{w.page}</span>
          </h1>
          <Computing />
          <Skeleton height="6rem" />
          <Skeleton height="28rem" />
          <Skeleton height="26rem" />
        </div>
      )}
    </>
  );
}
