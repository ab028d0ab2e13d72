import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SearchRow } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { chosenFacets, type WorkbenchSearch } from "./search.ts";

const PAGE = 100;

/**
 * Rows of a search, read page by page as they come into sight; `row(i)` is undefined until its page is here.
 * `first..last` are the rows in sight.
 */
export function useRows(search: WorkbenchSearch, first: number, last: number) {
  const asOf = useAsOf();
  const facets = chosenFacets(search);
  const input = {
    ...asOf,
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
    ...(search.sort === undefined ? {} : { sort: search.sort }),
    limit: PAGE,
  };
  const head = useQuery(
    trpc.search.indicators.queryOptions(
      { ...input, cursor: 0 },
      { ...TAKE_BACK, placeholderData: keepPreviousData },
    ),
  );
  const wanted = useMemo(() => {
    const pages: number[] = [];
    for (let p = Math.max(1, Math.floor(first / PAGE)); p <= Math.floor(last / PAGE); p++) pages.push(p);
    return pages;
  }, [first, last]);
  const rest = useQueries({
    queries: wanted
      .filter((p) => p * PAGE < (head.data?.total ?? 0))
      .map((p) => trpc.search.indicators.queryOptions({ ...input, cursor: p * PAGE }, TAKE_BACK)),
  });
  const row = (i: number): SearchRow | undefined => {
    const page = Math.floor(i / PAGE);
    const rows = page === 0 ? head.data?.rows : rest[wanted.indexOf(page)]?.data?.rows;
    return rows?.[i - page * PAGE];
  };
  const failed = head.error ?? rest.find((r) => r.error)?.error ?? null;
  const retry = () => {
    void head.refetch();
    for (const r of rest) if (r.error) void r.refetch();
  };
  return { head, row, failed, retry };
}
