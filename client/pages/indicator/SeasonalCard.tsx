import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { seasonalPolicyOf } from "../../../models/seasonal/china/policies.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Card } from "../../parts/Card.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { seasonalWords } from "../../words/seasonal.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { SeasonalAdjusted } from "./SeasonalAdjusted.tsx";

/** The seasonally adjusted series of an indicator, or in one sentence why there is none. */
export function SeasonalCard({ indicator, day }: { indicator: string; day: string }) {
  const w = useWords(seasonalWords);
  const lang = useLang();
  const asOf = useAsOf();
  const query = useQuery(
    trpc.seasonal.view.queryOptions(
      { indicator, ...asOf },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const view = query.data?.indicator === indicator ? query.data : undefined;
  if (view?.adjustment)
    return <SeasonalAdjusted view={view} adjustment={view.adjustment} busy={query.isPlaceholderData} />;
  return (
    <Card id="seasonal" title={w.heading} tools={false}>
      {query.error && !view ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : view ? (
        <p className="text-[.9rem] text-ink2">{view.why?.[lang] ?? w.none}</p>
      ) : (
        <div aria-busy="true">
          {seasonalPolicyOf(indicator) && (
            <p className="mb-2 text-[.86rem] text-ink3">{w.computing(formatDate(day, lang))}</p>
          )}
          <Skeleton height={seasonalPolicyOf(indicator) ? "30rem" : "1.5rem"} />
        </div>
      )}
    </Card>
  );
}
