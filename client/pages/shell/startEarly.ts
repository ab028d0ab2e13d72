import { queryClient } from "../../api/queryClient.ts";
import { globalSearch, parseSearch } from "../../api/searchParams.ts";
import { trpc } from "../../api/trpc.ts";
import { placeNow } from "../../route/location.ts";
import { matchedAt } from "../../route/Router.tsx";
import { ROUTES } from "../../route/routes.ts";
import { cockpitSearch } from "../cockpit/search.ts";
import { summaryQuery } from "../cockpit/summaryQuery.ts";

/**
 * Asks for everything the address needs at once, before anything is drawn: who is signed in, the page's code and,
 * for the cockpit, its figures. What fails here is asked again, and reported, by the page itself.
 */
export function startEarly(): void {
  const { pathname, search } = placeNow();
  const matched = matchedAt(pathname);
  if (matched === null) return;
  const raw = parseSearch(search);
  void queryClient.prefetchQuery(trpc.auth.me.queryOptions());
  void ROUTES[matched.path].load().catch(() => undefined);
  if (matched.path !== "/") return;
  const { asof } = globalSearch(raw);
  void queryClient.prefetchQuery(summaryQuery(cockpitSearch(raw), asof === undefined ? {} : { asOf: asof }));
}
