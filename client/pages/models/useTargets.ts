import { useQuery } from "@tanstack/react-query";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useLang } from "../../words/useWords.ts";

/** A forecast target as the catalogue knows it. */
export interface Target {
  name: string;
  unit: string;
  decimals: number;
}
export type TargetOf = (indicator: string) => Target;

/** Targets by their id; until the catalogue is read a target goes by its id. */
export function useTargets(): TargetOf {
  const lang = useLang();
  const known = useQuery({
    ...trpc.search.indicators.queryOptions({ limit: 500 }, TAKE_BACK),
    staleTime: Number.POSITIVE_INFINITY,
    select: (view) => new Map(view.rows.map((r) => [r.indicator, r])),
  });
  return (indicator) => {
    const row = known.data?.get(indicator);
    return row
      ? { name: row.name[lang], unit: row.unit, decimals: row.decimals }
      : { name: indicator, unit: "percent", decimals: 2 };
  };
}
