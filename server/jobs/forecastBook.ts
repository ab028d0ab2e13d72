import type { Base } from "../../db/stores/contract.ts";
import type { BacktestPoint } from "../../models/forecast/backtestContract.ts";
import { lostEdge } from "../../models/forecast/lostEdge.ts";
import { groupAsOf } from "../../models/forecast/pointGroup.ts";
import { type ForecastTarget, forecastTargets } from "../../models/forecast/targets.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { provenForecasts } from "../../models/warning/provenForecasts.ts";
import { forecastLeavesBand } from "../../models/warning/rules/forecastLeavesBand.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import type { RegisteredModel } from "./modelRegistry.ts";

/** What rules may know of forecasts and of the models behind them. */
export type ForecastBook = Pick<Knowledge, "forecast" | "lostEdge">;

/**
 * What rules may know of forecasts on any day of the past and today: back-test points, which were made on data
 * as of their origin's day, and the forecasts kept since; of each day the best model proven by then, and the model
 * demoted last. Only models that run by themselves are relied on; `models` may hold others.
 */
export async function loadForecastBook(
  base: Pick<Base, "forecasts">,
  models: readonly RegisteredModel[],
): Promise<ForecastBook> {
  const proven = new Map<string, ReturnType<typeof provenForecasts>>();
  const lost = new Map<string, (day: IsoDate, from: IsoDate) => ReturnType<Knowledge["lostEdge"]>>();
  const daily = new Set(models.filter((m) => m.daily).map((m) => m.model.id));
  const asked = new Set(forecastLeavesBand.subjects.map((s) => s.indicator));
  const { horizon } = forecastLeavesBand.defaults;
  for (const target of forecastTargets(null)) {
    const { indicator, region, frequency } = target.head;
    const points = (await base.forecasts.backtest({ indicator, region })).filter((p) => daily.has(p.model));
    const key = inputKey(indicator, region);
    lost.set(key, lostOf(target, points));
    if (!asked.has(indicator)) continue;
    const made = await base.forecasts.forecasts({ indicator, region });
    proven.set(
      key,
      provenForecasts(
        frequency,
        horizon,
        points,
        made.filter((f) => daily.has(f.model)),
      ),
    );
  }
  return {
    forecast: (indicator, region, day) => proven.get(inputKey(indicator, region))?.(day) ?? null,
    lostEdge: (indicator, region, day, from) => lost.get(inputKey(indicator, region))?.(day, from) ?? null,
  };
}

function lostOf({ head, horizons }: ForecastTarget, points: readonly BacktestPoint[]) {
  const groups = new Map<string, BacktestPoint[]>();
  for (const point of points) {
    const name = `${point.model} ${point.horizon}`;
    const group = groups.get(name);
    if (group) group.push(point);
    else groups.set(name, [point]);
  }
  const shortest = Math.min(...horizons);
  return (day: IsoDate, from: IsoDate) => {
    const known = (horizon: number | null) =>
      [...groups.values()]
        .filter((g) => horizon === null || g[0]!.horizon === horizon)
        .map((g) => groupAsOf(nameOf(g[0]!), g, day));
    return lostEdge(known(shortest), () => known(null), head.frequency, from);
  };
}

const nameOf = ({ model, modelVersion, indicator, region, horizon }: BacktestPoint) => ({
  model,
  modelVersion,
  indicator,
  region,
  horizon,
});
