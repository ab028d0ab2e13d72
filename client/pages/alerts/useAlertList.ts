import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { nextOffset } from "./nextOffset.ts";
import { type AlertsSearch, LIVE_STATES } from "./search.ts";

const PAGE = 100;
/** A word is looked for in as many alerts at once as the server gives. */
const SEARCHED_AT_ONCE = 500;

/** The alerts that the address asks for: page by page as the reader goes on, all of them where a word is looked for. */
export function useAlertList(search: AlertsSearch) {
  const asOf = useAsOf();
  const states = search.states ?? [...LIVE_STATES];
  const limit = search.q ? SEARCHED_AT_ONCE : PAGE;
  const query = useInfiniteQuery({
    ...trpc.alerts.list.infiniteQueryOptions(
      {
        ...asOf,
        states,
        ...(search.severities ? { severities: search.severities } : {}),
        ...(search.kinds ? { kinds: search.kinds } : {}),
        ...(search.mine ? { mine: true } : {}),
        ...(search.q ? { q: search.q } : {}),
        limit,
      },
      {
        ...TAKE_BACK,
        initialCursor: 0,
        getNextPageParam: (last, pages) =>
          nextOffset({
            pages: pages.length,
            limit,
            // A search's own total counts what was found, not what is left to be searched.
            of: search.q ? states.reduce((sum, s) => sum + last.counts.byState[s], 0) : last.total,
          }),
      },
    ),
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (search.q && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [search.q, hasNextPage, isFetching, isError, fetchNextPage]);

  const items = useMemo(() => data?.pages.flatMap((p) => p.items) ?? [], [data]);
  const first = data?.pages[0];
  return {
    query,
    /** The answer's own facts: counts, headline. */
    first,
    items,
    total: search.q ? items.length : (first?.total ?? 0),
    more: search.q || !hasNextPage ? null : () => void fetchNextPage(),
  };
}
