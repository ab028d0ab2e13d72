import { useNavigate, useSearch } from "@tanstack/react-router";
import type { IsoDate } from "../../models/series/date.ts";
import { type GlobalSearch, globalSearch } from "./searchParams.ts";

/** The parameters every page obeys, whatever page it is. */
export function useGlobalSearch(): GlobalSearch {
  return useSearch({ strict: false, select: (s) => globalSearch(s), structuralSharing: true });
}

/** `{ asOf }` where the page looks back, `{}` where it shows today: spread into every query's input. */
export function useAsOf(): { asOf?: IsoDate } {
  const { asof } = useGlobalSearch();
  return asof === undefined ? {} : { asOf: asof };
}

/** Changes parameters of the page one is on, others untouched; `undefined` takes one away. */
export function useChangeSearch(): (change: Record<string, unknown>, replace?: boolean) => void {
  const navigate = useNavigate();
  return (change, replace = false) => {
    void navigate({
      to: ".",
      replace,
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
    } as Parameters<typeof navigate>[0]);
  };
}
