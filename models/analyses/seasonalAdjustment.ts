import { AppError } from "../errors.ts";
import { quotedEnglish } from "../indicators/quotedEnglish.ts";
import { quotedName } from "../indicators/quotedName.ts";
import type { Readings } from "../readings/readings.ts";
import { adjustSeries, type SeasonalResult, type SeasonalVintage } from "../seasonal/china/adjustSeries.ts";
import { basisReads, comparableBasis } from "../seasonal/china/comparableBasis.ts";
import { monthsToAdjust } from "../seasonal/china/monthsToAdjust.ts";
import { SEASONAL_POLICIES, seasonalPolicyOf } from "../seasonal/china/policies.ts";
import { reviewDay } from "../seasonal/china/reviewDay.ts";
import type { SeasonalPolicy } from "../seasonal/china/seasonalPolicy.ts";
import { modelChanges } from "../seasonal/modelChanges.ts";
import type { IsoDate } from "../series/date.ts";
import type { Series } from "../series/series.ts";
import { adjustedFigures } from "./adjustedFigures.ts";
import type { Analysis } from "./contract.ts";
import type { SeasonalAdjustmentResult } from "./seasonalResult.ts";

/** Below five years a season and a moving festival cannot be told apart. */
const MIN_MONTHS = 60;
/** Sliding spans take eight years, four times a year apart. */
const SPAN_MONTHS = 12 * 11;

/** Seasonally adjusted series: model of the yearly review, refreshed by the policy, against what the release before said. */
export const seasonalAdjustment: Analysis<SeasonalAdjustmentResult> = {
  id: "seasonal-adjustment",
  version: "3",
  title: { zh: "季节调整", en: "Seasonal adjustment" },
  weight: "light",
  subjects: SEASONAL_POLICIES.map((p) => p.indicator),
  reads: (subject) => {
    const policy = policyOf(subject);
    return [...new Set([policy.indicator, ...basisReads(policy)])];
  },
  parameters: (subject) => ({
    policy: policyOf(subject),
    review: reviewDay("2000-12-31").slice(5),
    MIN_MONTHS,
  }),
  compute(subject, readings) {
    const policy = policyOf(subject);
    const months = knownMonths(readings, policy, readings.day);
    if (months < MIN_MONTHS)
      throw new AppError("not-enough-data", {
        zh: `截至${readings.day}，${quotedName(subject)}有${months}个月的数据；季节调整至少需要${MIN_MONTHS}个月`,
        en: `${quotedEnglish(subject)} has ${months} months by ${readings.day}; a season is told from ${MIN_MONTHS} on`,
      });
    const told = adjuster(readings, policy);
    const now = told(readings.day, months >= SPAN_MONTHS);
    const before = readings.days([subject], "", readings.day).at(-2) ?? null;
    const former =
      before !== null && knownMonths(readings, policy, before) >= MIN_MONTHS ? told(before) : null;
    return {
      ...adjustedFigures(now.result),
      indicator: subject,
      unit: readings.series(subject).unit,
      day: readings.day,
      identified: { day: now.identified, first: now.first },
      sinceReview: now.result.against?.changes ?? [],
      against:
        former === null || before === null
          ? null
          : {
              day: before,
              adjusted: onMonths(former.result.adjusted, now.result.adjusted),
              changes: modelChanges(former.result.vintage.model, now.result.vintage.model, 12),
            },
    };
  },
};

interface Told {
  result: SeasonalResult;
  /** Day with whose figures the model was identified. */
  identified: IsoDate;
  first: boolean;
}

/** The adjustment as a day told it: the model of the review up to that day, refreshed with the day's figures. */
function adjuster(readings: Readings, policy: SeasonalPolicy): (day: IsoDate, spans?: boolean) => Told {
  const models = new Map<IsoDate, SeasonalVintage | null>();
  const modelOf = (review: IsoDate): SeasonalVintage | null => {
    const held = models.get(review);
    if (held !== undefined) return held;
    const enough = knownMonths(readings, policy, review) >= MIN_MONTHS;
    const model = enough
      ? adjustSeries(readings.series(policy.indicator, review), policy, undefined, {
          basis: comparableBasis(policy, (id) => readings.series(id, review)),
        }).vintage
      : null;
    models.set(review, model);
    return model;
  };
  return (day, spans = false) => {
    const review = reviewDay(day);
    const model = modelOf(review);
    const series = readings.series(policy.indicator, day);
    const basis = comparableBasis(policy, (id) => readings.series(id, day));
    return {
      result: adjustSeries(series, policy, model ?? undefined, { spans, basis }),
      identified: model ? review : day,
      first: model === null,
    };
  };
}

/** Months with a figure that the policy uses; 0 where there is none. */
function knownMonths(readings: Readings, policy: SeasonalPolicy, day: IsoDate): number {
  const series = readings.series(policy.indicator, day);
  if (series.values.every((v) => v === null)) return 0;
  return monthsToAdjust(series, policy.from).values.length;
}

/** The cells of `of` on the months of `on`. */
function onMonths(of: Series, on: Series): (number | null)[] {
  const shift = on.firstSlot - of.firstSlot;
  return on.values.map((_, i) => of.values[i + shift] ?? null);
}

function policyOf(subject: string): SeasonalPolicy {
  const found = seasonalPolicyOf(subject);
  if (!found)
    throw new AppError(
      "not-found",
      `${subject} is not adjusted; adjusted are ${SEASONAL_POLICIES.map((p) => p.indicator).join(", ")}`,
    );
  return found;
}
