import type { Readings } from "../../readings/readings.ts";
import { slotOf } from "../../series/period.ts";
import { autoregressionByBic } from "./autoregressionByBic.ts";
import { daysBefore } from "./daysBefore.ts";
import { indicatorsOf, targetOn } from "./growthPanel.ts";
import { growthPath } from "./growthPath.ts";
import { type GrowthTeller, growthTeller } from "./growthTeller.ts";
import type { NowcastRecordResult, NowcastStage, PastPeriod } from "./nowcastResult.ts";
import type { Publication } from "./publications.ts";
import { basisOf } from "./recordBasis.ts";
import type { NowcastSpecification } from "./specification.ts";

/** Days before the figure of a quarter: the first two with the quarter before still out. */
export const GROWTH_STAGES = [140, 112, 84, 56, 28, 14, 7, 1] as const;
const MOST_LAGS = 4;

/**
 * How it was: what growthNowcast.ts would have told of each quarter whose figure came out in a year, some days before it and on
 * each day of release, all from the vintages of that day, against the figure as first told.
 */
export function growthRecord(
  readings: Readings,
  specification: NowcastSpecification,
  year: number,
  tell: (done: number, total: number) => void = () => {},
): NowcastRecordResult {
  const teller = growthTeller(readings, specification);
  const figures = teller.publications.filter((p) => p.published.startsWith(`${year}-`));
  const periods = figures.map((figure, i) => {
    const past = pastQuarter(readings, specification, teller, figure);
    tell(i + 1, figures.length);
    return past;
  });
  return {
    target: specification.target,
    year,
    periods,
    basis: basisOf(readings, indicatorsOf(specification), year),
  };
}

/** What was told of one quarter before its figure. */
export function pastQuarter(
  readings: Readings,
  specification: NowcastSpecification,
  teller: GrowthTeller,
  { period, published, actual }: Publication,
): PastPeriod {
  const stages = GROWTH_STAGES.map((before): NowcastStage => {
    const day = daysBefore(published, before);
    const { density, steps, last } = teller.told(period, day);
    const growth = targetOn(readings, specification, day);
    const known = growth.values.flatMap((v) => (v === null ? [] : [v]));
    return {
      daysBefore: before,
      day,
      density,
      naive: last.value,
      seasonalNaive: growth.values[slotOf(period, "Q") - 4 - growth.firstSlot] ?? null,
      autoregression: autoregressionByBic(known, steps, MOST_LAGS),
    };
  });
  const from = stages[0]!.day;
  const path = growthPath(readings, specification, teller, period, from, daysBefore(published, 1));
  return {
    period,
    published,
    actual,
    stages,
    path: path.map(({ day, density }) => ({ day, mean: density.mean })),
  };
}
