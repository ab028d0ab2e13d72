import type { Readings } from "../../readings/readings.ts";
import { slotOf } from "../../series/period.ts";
import { autoregressionByBic } from "./autoregressionByBic.ts";
import { daysBefore } from "./daysBefore.ts";
import type { NowcastRecordResult, NowcastStage } from "./nowcastResult.ts";
import { pricePath } from "./pricePath.ts";
import { firstTold, type PriceSpecification, priceIndicators } from "./priceSpecification.ts";
import { priceTeller } from "./priceTeller.ts";
import { basisOf } from "./recordBasis.ts";

/** Days before the figure of a month: all after the month before came out. */
export const PRICE_STAGES = [21, 14, 7, 1] as const;
const MOST_LAGS = 13;

/**
 * How it was: what priceNowcast.ts would have told of each month whose figure came out in a year, some days before it and on each
 * day of release, all from the vintages of that day, against the figure as first told.
 */
export function priceRecord(
  readings: Readings,
  specification: PriceSpecification,
  year: number,
): NowcastRecordResult {
  const { target } = specification;
  const teller = priceTeller(readings, specification);
  const periods = teller.publications.flatMap(({ period, published, actual }, i) => {
    const before = teller.publications[i - 1];
    const tells = slotOf(period, "M") >= firstTold(specification);
    if (!published.startsWith(`${year}-`) || !before || !tells) return [];
    const stages = PRICE_STAGES.map((days): NowcastStage => {
      const day = daysBefore(published, days);
      const { density, last } = teller.told(period, day);
      const series = readings.series(target, day);
      const known = series.values.flatMap((v) => (v === null ? [] : [v]));
      return {
        daysBefore: days,
        day,
        density,
        naive: last.value,
        seasonalNaive: series.values[slotOf(period, "M") - 12 - series.firstSlot] ?? null,
        autoregression: autoregressionByBic(known, 1, MOST_LAGS),
      };
    });
    const path = pricePath(
      readings,
      specification,
      teller,
      period,
      before.published,
      daysBefore(published, 1),
    );
    return [
      {
        period,
        published,
        actual,
        stages,
        path: path.map(({ day, density }) => ({ day, mean: density.mean })),
      },
    ];
  });
  return { target, year, periods, basis: basisOf(readings, priceIndicators(specification), year) };
}
