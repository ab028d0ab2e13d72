import type { Base } from "../../db/stores/contract.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { provenForecasts } from "../../models/warning/provenForecasts.ts";
import { forecastLeavesBand } from "../../models/warning/rules/forecastLeavesBand.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";
import type { RegisteredModel } from "./modelRegistry.ts";
import { forecastTargets } from "./targets.ts";

/**
 * What rules may know of forecasts on any day of the past and today: back-test points, which were made on data
 * as of their origin's day, and the forecasts kept since; of each day the best model proven by then.
 */
export async function loadForecastBook(
  base: Pick<Base, "forecasts">,
  models: readonly RegisteredModel[],
): Promise<Knowledge["forecast"]> {
  const book = new Map<string, ReturnType<typeof provenForecasts>>();
  const asked = forecastLeavesBand.subjects.map((s) => s.indicator);
  const { horizon } = forecastLeavesBand.defaults;
  for (const { head, horizons } of forecastTargets(asked)) {
    const key = { indicator: head.indicator, region: head.region };
    const points = await Promise.all(
      models.flatMap(({ model }) => horizons.map((h) => base.forecasts.backtest(model.id, key, h))),
    );
    const made = await base.forecasts.forecasts(key);
    book.set(
      inputKey(key.indicator, key.region),
      provenForecasts(head.frequency, horizon, points.flat(), made),
    );
  }
  return (indicator: string, region: string, day: IsoDate) =>
    book.get(inputKey(indicator, region))?.(day) ?? null;
}
