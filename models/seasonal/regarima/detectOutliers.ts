import { type FittedModel, fitModel, type Problem } from "./model.ts";
import { outlierRoom, outlierStatistics } from "./outlierStatistics.ts";
import { isOutlier, type OutlierKind, type Regressor } from "./regressor.ts";
import { columnTs } from "./significance.ts";

export interface OutlierSearch {
  kinds: readonly OutlierKind[];
  critical: Readonly<Record<OutlierKind, number>>;
  /** Slots searched, both included; the whole series otherwise. */
  from?: number;
  to?: number;
  /** Monthly decay of temporary changes as a rate a period; 0.7^(12/s) otherwise. */
  tcRate?: number;
}

/** More would be no outliers but another model. */
const MOST = 40;

/**
 * Searches a fitted model for outliers: the most significant candidate is added and the model estimated anew until none
 * passes its critical value; then the least significant of those added is dropped, with the model estimated anew, until all
 * pass. `found` are in the returned model's regressors, last.
 * t in the first part with the robust scale, in the second with σ̂. "add one", X-13ARIMA-SEATS §7.11.
 */
export function detectOutliers(
  problem: Problem,
  start: FittedModel,
  search: OutlierSearch,
): { model: FittedModel; found: readonly Regressor[] } {
  const { first, count } = problem.span;
  const kinds = search.kinds;
  const missing = new Set(start.fit.data.gaps);
  const barred = new Set(start.regressors.filter(isOutlier).map(name));
  const from = Math.max(0, (search.from ?? first) - first);
  const to = Math.min(count - 1, (search.to ?? first + count - 1) - first);
  // A level shift at the second or last figure is an additive outlier at an end; so is a temporary change at the last.
  const ends = (kind: OutlierKind, at: number): boolean =>
    (kind === "ls" && (at === 0 || (kinds.includes("ao") && (at === 1 || at === count - 1)))) ||
    (kind === "tc" && kinds.includes("ao") && at === count - 1);
  let model = start;
  const room = outlierRoom(start.fit);
  const found: Regressor[] = [];
  const fitWith = (outliers: readonly Regressor[]): FittedModel =>
    fitModel(
      problem,
      { ...start, regressors: [...start.regressors, ...outliers] },
      { start: model.fit.coordinates, rough: true },
    );

  while (found.length < Math.min(MOST, count / 6)) {
    const statistics = outlierStatistics(
      model.fit,
      kinds,
      (kind, at) =>
        at >= from && at <= to && !ends(kind, at) && !missing.has(at) && !barred.has(`${kind} ${first + at}`),
      search.tcRate,
      room,
    );
    let best: { regressor: Regressor; t: number } | null = null;
    for (const { kind, at, t } of statistics) {
      if (!(Math.abs(t) > search.critical[kind]) || (best && Math.abs(t) <= best.t)) continue;
      best = { regressor: outlier(kind, first + at, search.tcRate), t: Math.abs(t) };
    }
    if (!best) break;
    found.push(best.regressor);
    barred.add(name(best.regressor));
    model = fitWith(found);
  }
  while (found.length > 0) {
    const t = columnTs(model).subarray(start.columns.length);
    let weakest = -1;
    found.forEach((r, i) => {
      const passes = Math.abs(t[i]!) >= search.critical[r.kind as OutlierKind];
      if (!passes && (weakest < 0 || Math.abs(t[i]!) < Math.abs(t[weakest]!))) weakest = i;
    });
    if (weakest < 0) break;
    found.splice(weakest, 1);
    model = fitWith(found);
  }
  return { model, found };
}

function outlier(kind: OutlierKind, at: number, rate: number | undefined): Regressor {
  return kind === "tc" ? { kind, at, ...(rate === undefined ? {} : { rate }) } : { kind, at };
}

const name = (r: Regressor): string => ("at" in r ? `${r.kind} ${r.at}` : r.kind);
