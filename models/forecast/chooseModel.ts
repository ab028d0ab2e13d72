import type { Standing } from "./standingOf.ts";

/** What the choice goes by: the record of a model at a horizon, and whether it still holds. */
export interface StandingRecord {
  model: string;
  horizon: number;
  relativeToNaive: number;
  standing: Pick<Standing, "state">;
}

/**
 * The model whose forecast of a series is shown: of those in good standing at the shortest horizon, the one with the
 * lowest mean error relative to naive over all its horizons. null when none is.
 */
export function chooseModel(records: readonly StandingRecord[]): string | null {
  const first = Math.min(...records.map((r) => r.horizon));
  const good = records.filter((r) => r.horizon === first && r.standing.state === "good").map((r) => r.model);
  const score = (model: string): number => {
    const own = records.filter((r) => r.model === model);
    return own.reduce((sum, r) => sum + r.relativeToNaive, 0) / own.length;
  };
  return good.sort((a, b) => score(a) - score(b) || a.localeCompare(b))[0] ?? null;
}
