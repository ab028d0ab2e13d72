import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Card } from "../../parts/Card.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { derivedWords } from "../../words/derived.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { DerivedSeries } from "./DerivedSeries.tsx";

/** Single months or quarters out of the running total an indicator belongs to, or in one sentence why there are none. */
export function DerivedCard({
  indicator,
  day,
  frequency,
}: {
  indicator: string;
  day: string;
  frequency: "M" | "Q";
}) {
  const w = useWords(derivedWords);
  const lang = useLang();
  const asOf = useAsOf();
  const query = useQuery(
    trpc.series.derived.queryOptions(
      { indicator, ...asOf },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const view = query.data?.indicator === indicator ? query.data : undefined;
  if (view?.derived)
    return <DerivedSeries view={view} derived={view.derived} busy={query.isPlaceholderData} />;
  return (
    <Card id="derived" title={w.heading[frequency]} tools={false}>
      {query.error && !view ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : view ? (
        <p className="text-[.9rem] text-ink2">{view.why?.[lang] ?? w.none}</p>
      ) : (
        <div aria-busy="true">
          <p className="mb-2 text-[.86rem] text-ink3">{w.computing(formatDate(day, lang))}</p>
          <Skeleton height="24rem" />
        </div>
      )}
    </Card>
  );
}
