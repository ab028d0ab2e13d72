import { backtest } from "../../../models/forecast/backtest.ts";
import type { BacktestPoint } from "../../../models/forecast/backtestContract.ts";
import { naive } from "../../../models/forecast/naive.ts";
import { SCHEDULED_MODELS } from "../../../models/forecast/scheduled.ts";
import { seasonalNaive } from "../../../models/forecast/seasonalNaive.ts";
import { type ForecastTarget, STEP } from "../../../models/forecast/targets.ts";
import { inputKey } from "../../../models/warning/inputKey.ts";
import type { seedHistories } from "../../contracts/seedKnowledge.ts";
import { arModel } from "./arModel.ts";

/** Models scored against the floor; naive, seasonal naive and the autoregression are what they are held against. */
export const SCORED = SCHEDULED_MODELS.filter((m) => m.id !== naive.id && m.id !== seasonalNaive.id);
export const FLOOR = [naive.id, seasonalNaive.id, arModel.id] as const;

/** Errors of every model at one target and horizon on the origins that all have. */
export interface ScoredPairs {
  target: string;
  horizon: number;
  origins: readonly string[];
  /** Forecast less figure, by model. */
  errors: ReadonlyMap<string, readonly number[]>;
  /** Whether the figure fell inside the 80 % interval, by model. */
  inside: ReadonlyMap<string, readonly boolean[]>;
  /** Of which the figures are of 2020 or 2021. */
  pandemic: readonly boolean[];
}

/** Back-tests one target on every vintage of the shipped figures, up to `day`; a row a horizon, and the points behind. */
export function scoredPairs(
  target: ForecastTarget,
  histories: ReturnType<typeof seedHistories>,
  day: string,
): { pairs: ScoredPairs[]; points: BacktestPoint[] } {
  const { head, horizons, firstOrigin } = target;
  const { history } = histories.get(inputKey(head.indicator, head.region))!;
  const models = [...SCHEDULED_MODELS, arModel];
  const { points } = backtest({
    head,
    history,
    models,
    horizons,
    firstOrigin,
    step: STEP,
    seed: 20_250_101,
    actualsAsOf: day,
  });
  const pairs = horizons.map((horizon): ScoredPairs => {
    const of = new Map(
      models.map((m) => [
        m.id,
        new Map(points.filter((p) => p.horizon === horizon && p.model === m.id).map((p) => [p.origin, p])),
      ]),
    );
    const origins = [...of.get(naive.id)!.keys()].filter((o) => [...of.values()].every((m) => m.has(o)));
    const each = <T>(pick: (p: BacktestPoint) => T) =>
      new Map([...of].map(([id, held]) => [id, origins.map((o) => pick(held.get(o)!))]));
    const targets = origins.map((o) => of.get(naive.id)!.get(o)!.target);
    return {
      target: head.indicator,
      horizon,
      origins,
      errors: each((p) => p.predicted - p.actual),
      inside: each((p) => p.actual >= p.lower80 && p.actual <= p.upper80),
      pandemic: targets.map((t) => t.startsWith("2020") || t.startsWith("2021")),
    };
  });
  return { pairs, points };
}
