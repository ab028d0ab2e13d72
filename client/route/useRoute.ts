import { createContext, useContext, useMemo } from "react";
import { type GlobalSearch, globalSearch, parseSearch } from "../api/searchParams.ts";
import { addressOf, goTo, type Place } from "./location.ts";
import { matchPath, type ParamsOf } from "./match.ts";
import type { SearchChange } from "./nextAddress.ts";
import { type Path, SEARCHES, type SearchOf } from "./searches.ts";

/** Where the page is; provided by the router. */
export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("usePlace was called outside the router");
  return place;
}

/** The parameters every page obeys. */
export function useGlobalSearch(): GlobalSearch {
  const { search } = usePlace();
  return useMemo(() => globalSearch(parseSearch(search)), [search]);
}

/** The typed address of one page: `const page = pageOf("/alerts"); const { states } = page.useSearch();` */
export function pageOf<P extends Path>(path: P): { useSearch(): SearchOf<P>; useParams(): ParamsOf<P> } {
  return { useSearch: () => usePageSearch(path), useParams: () => usePageParams(path) };
}

function usePageSearch<P extends Path>(path: P): SearchOf<P> {
  const { search } = usePlace();
  return useMemo(() => SEARCHES[path](parseSearch(search)) as SearchOf<P>, [path, search]);
}

/** Throws on an address that is not the page's: only the page itself asks. */
function usePageParams<P extends Path>(path: P): ParamsOf<P> {
  const { pathname } = usePlace();
  return useMemo(() => {
    const params = matchPath(path, pathname);
    if (params === null) throw new Error(`${pathname} is not a page of ${path}`);
    return params as ParamsOf<P>;
  }, [path, pathname]);
}

/** What a link to a page may carry. `params` is asked for where the path has some. */
export type LinkTo<P extends Path> = {
  to: P;
  search?: (SearchOf<P> & GlobalSearch) | undefined;
  hash?: string | undefined;
} & (keyof ParamsOf<P> extends never ? { params?: undefined } : { params: ParamsOf<P> });

/** Goes to a page: `navigate({ to: "/indicator/$id", params: { id } })`. */
export function navigate<P extends Path>(destination: LinkTo<P> & { replace?: boolean }): void {
  goTo(hrefOf(destination), destination.replace);
}

export function hrefOf<P extends Path>(destination: LinkTo<P>): string {
  const { to, params, search, hash } = destination;
  return addressOf({ to, params, search: search as SearchChange | undefined, hash });
}

/** Changes parameters of the page one is on, others untouched; `undefined` takes one away. */
export function changeSearch(change: SearchChange, replace = false): void {
  goTo(
    addressOf({
      to: ".",
      search: (before) => ({ ...before, ...change }),
      hash: window.location.hash.slice(1),
    }),
    replace,
  );
}
