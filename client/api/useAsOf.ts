import { useMemo } from "react";
import type { IsoDate } from "../../models/series/date.ts";
import { useGlobalSearch } from "../route/useRoute.ts";

/** `{ asOf }` where the page looks back, `{}` where it shows today: spread into every query's input. */
export function useAsOf(): { asOf?: IsoDate } {
  const { asof } = useGlobalSearch();
  return useMemo(() => (asof === undefined ? {} : { asOf: asof }), [asof]);
}
