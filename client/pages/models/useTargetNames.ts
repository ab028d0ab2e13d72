import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import { useLang } from "../../words/useWords.ts";

/** Names of forecast targets by their id, from the catalogue; the id itself until it is read. */
export function useTargetNames(): (indicator: string) => string {
  const lang = useLang();
  const names = useQuery(
    trpc.search.indicators.queryOptions(
      { limit: 500 },
      {
        staleTime: Number.POSITIVE_INFINITY,
        select: (v) => new Map(v.rows.map((r) => [r.indicator, r.name])),
      },
    ),
  );
  return (indicator) => names.data?.get(indicator)?.[lang] ?? indicator;
}
