import { compact, intOf, type RawSearch, textOf } from "../../api/searchParams.ts";

/** Horizons on offer: periods ahead. Months are scored at 1, 3, 6 and 12, quarters at 1, 2 and 4. */
export const HORIZONS = [1, 2, 3, 4, 6, 12] as const;

export interface ModelsSearch {
  /** The target whose records are shown. */
  indicator?: string;
  horizon?: number;
}

export function modelsSearch(raw: RawSearch): ModelsSearch {
  const horizon = intOf(raw.horizon);
  return compact({
    indicator: textOf(raw.indicator),
    horizon: horizon !== undefined && horizon >= 1 && horizon <= 24 ? horizon : undefined,
  });
}
