import { AppError } from "../../errors.ts";
import type { Words } from "../../indicators/indicator.ts";
import type { Series } from "../../series/series.ts";
import { type Adjustment, type AdjustmentSpec, adjust } from "../adjust.ts";
import { spanAdjuster } from "../adjuster.ts";
import { type QsStatistic, qsOfSeries } from "../quality/qsStatistic.ts";
import { adjustedReadings, type QualityReading, qualityReadings } from "../quality/qualityBands.ts";
import { residualSeasonality } from "../quality/residualSeasonality.ts";
import { type SlidingSpans, slidingSpans } from "../quality/slidingSpans.ts";
import { springFestivalTest } from "../quality/springFestivalTest.ts";
import type { FTest } from "../quality/stableSeasonality.ts";
import type { X11Quality } from "../quality/x11Quality.ts";
import { REVISION_POLICIES, refresh } from "../refresh.ts";
import { airline } from "../regarima/model.ts";
import type { RegarimaSpec } from "../regarima/regarima.ts";
import type { Regressor } from "../regarima/regressor.ts";
import type { JanuaryShare } from "../splitJanuaryFebruary.ts";
import { type StoredAdjustment, stored } from "../storedAdjustment.ts";
import { adjustedColumns, type SeasonalColumns } from "./adjustedColumns.ts";
import { apartMonths } from "./apartMonths.ts";
import { AS_PUBLISHED, type ComparableBasis } from "./comparableBasis.ts";
import { festivalRegressors } from "./festivalRegressors.ts";
import { type MonthsToAdjust, monthsToAdjust } from "./monthsToAdjust.ts";
import { type RevisedMonth, revisedMonths } from "./revisedMonths.ts";
import type { SeasonalPolicy } from "./seasonalPolicy.ts";
import { type SpecificationLine, specificationLines } from "./specificationLines.ts";

/** What is stored with a vintage, as plain data, for the next to begin from. */
export interface SeasonalVintage {
  policy: SeasonalPolicy;
  model: StoredAdjustment;
  /** Shares of January where January–February came as one. */
  shares: readonly JanuaryShare[];
  adjusted: Series;
}

export interface SeasonalQuality {
  /** M1 to M11, Q, M7, F tests, QS; null for SEATS. */
  x11: X11Quality | null;
  /** Read as good, doubtful or bad; for SEATS what can be asked of the adjusted series alone. */
  readings: readonly QualityReading[];
  /** Season left in the adjusted series, whatever the method. */
  qs: QsStatistic;
  residual: { all: FTest; lastThreeYears: FTest | null };
  /** What is left of the Spring Festival in the irregular. */
  festival: FTest;
  spans: SlidingSpans | null;
}

export interface SeasonalResult extends SeasonalColumns {
  /** original = combined · adjusted, or their sum. */
  mult: boolean;
  /** Earlier years stand on the base of the newest. */
  rebased: boolean;
  adjustment: Adjustment;
  quality: SeasonalQuality;
  /** The whole specification in words, one setting a line. */
  specification: readonly SpecificationLine[];
  vintage: SeasonalVintage;
  /** Against the vintage before: of the specification, and months of the adjusted series that moved; null for the first. */
  against: { changes: readonly Words[]; revised: readonly RevisedMonth[] } | null;
}

const ANOTHER_POLICY: Words = { zh: "处理方案已更换，全部重算", en: "made anew: the policy is another" };

const POSITION = (p: SeasonalPolicy["revision"]) => REVISION_POLICIES.indexOf(p);

/**
 * Seasonal adjustment of a series of the catalogue, as of the day it was read, by its policy:
 *   months (differences of running totals), on the `basis` of the newest year → January and February apart → Spring Festival's windows → regARIMA → X-11 or SEATS
 * With the vintage before, its model is refreshed by the policy's `revision`; festival windows stay but under `concurrent`,
 * and shares of January stay below `arma`. A vintage of another policy (`revision` aside) is not gone on from: all is made
 * anew and the change named. Throws as `monthsToAdjust` and `adjust` do; with `spans`, as `slidingSpans`.
 */
export function adjustSeries(
  series: Series,
  policy: SeasonalPolicy,
  previous?: SeasonalVintage,
  options: { spans?: boolean; basis?: ComparableBasis } = {},
): SeasonalResult {
  if (series.indicator !== policy.indicator)
    throw new AppError(
      "invalid-input",
      `the policy is of ${policy.indicator}; the series is ${series.indicator}`,
    );
  const { basis = AS_PUBLISHED } = options;
  const figures = monthsToAdjust(series, policy.from, basis);
  const goesOn = previous !== undefined && sameButRevision(previous.policy, policy);
  const made =
    previous && goesOn && policy.revision !== "concurrent"
      ? refreshed(figures, policy, previous)
      : anew(figures, policy, previous);
  const { adjustment, model, shares } = made;
  const columns = adjustedColumns(series, figures, adjustment);
  const changes = previous && !goesOn ? [ANOTHER_POLICY, ...made.changes] : made.changes;
  return {
    ...columns,
    mult: adjustment.mult,
    rebased: basis.factors.some((f) => f.year > Math.floor(figures.first / 12)),
    adjustment,
    quality: qualityOf(adjustment, model, options.spans ?? false),
    specification: specificationLines(policy, model, shares, figures, basis),
    vintage: { policy, model, shares, adjusted: columns.adjusted },
    against: previous ? { changes, revised: revisedMonths(previous.adjusted, columns.adjusted) } : null,
  };
}

interface Made {
  adjustment: Adjustment;
  model: StoredAdjustment;
  shares: readonly JanuaryShare[];
  changes: readonly Words[];
}

function anew(figures: MonthsToAdjust, policy: SeasonalPolicy, previous?: SeasonalVintage): Made {
  const { regressors } = festivalRegressors(figures, policy);
  const months = apartMonths(figures, policy.log, regressors);
  const spec = specOf(policy, regressors);
  const { shares } = months;
  if (previous) {
    const { adjustment, stored: model, changes } = refresh({ ...previous.model, spec }, months, "concurrent");
    return { adjustment, model, shares, changes };
  }
  const adjustment = adjust(months, spec);
  return { adjustment, model: stored(adjustment, spec), shares, changes: [] };
}

function refreshed(figures: MonthsToAdjust, policy: SeasonalPolicy, previous: SeasonalVintage): Made {
  const kept = POSITION(policy.revision) < POSITION("arma") ? previous.shares : [];
  const festival = previous.model.regressors.filter((r) => r.kind === "festival");
  const months = apartMonths(figures, policy.log, festival, kept);
  const { stored: model, adjustment, changes } = refresh(previous.model, months, policy.revision);
  return { adjustment, model, shares: months.shares, changes };
}

function specOf(policy: SeasonalPolicy, festival: readonly Regressor[]): AdjustmentSpec {
  const { outliers } = policy;
  const regarima: Partial<RegarimaSpec> = {
    transform: policy.log ? "log" : "none",
    regressors: [...festival, ...(outliers === "searched" ? [] : outliers)],
    tradingDays: policy.workingDays
      ? {
          test: [
            { regressors: [{ kind: "official-td1coef" }], length: "leap-year" },
            { regressors: [{ kind: "td1coef" }], length: "leap-year" },
          ],
        }
      : null,
    easterWindows: null,
    order: policy.order === "auto" ? "auto" : airline(12),
    outliers: outliers === "searched" ? { kinds: ["ao", "ls", "tc"] } : null,
  };
  return { method: policy.method, x11: {}, regarima };
}

function qualityOf(adjustment: Adjustment, model: StoredAdjustment, withSpans: boolean): SeasonalQuality {
  const { series, adjusted, irregular, original, quality: x11, mult } = adjustment;
  const festival = springFestivalTest(irregular, Math.floor(series.first / 12), (series.first % 12) + 1);
  const complete = { ...series, values: original };
  const spans = withSpans
    ? slidingSpans(
        original,
        {
          period: 12,
          firstPeriod: (series.first % 12) + 1,
          scale: mult ? "ratio" : "difference",
          // Where parts add, 3 % of the usual size of a month stands for 3 % of the month.
          ...(mult ? {} : { threshold: (3 / 100) * meanSize(original) }),
        },
        spanAdjuster(complete, model),
      )
    : null;
  const qs = qsOfSeries(adjusted, 12, Math.max(1, model.order.d + model.order.D));
  const residual = residualSeasonality(adjusted, 12);
  const further = { festival, ...(spans ? { spans } : {}) };
  return {
    x11,
    readings: x11 ? qualityReadings(x11, further) : adjustedReadings({ qs, residual }, further),
    qs,
    residual,
    festival,
    spans,
  };
}

const meanSize = (x: Float64Array): number => x.reduce((s, v) => s + Math.abs(v), 0) / x.length;

const sameButRevision = (a: SeasonalPolicy, b: SeasonalPolicy): boolean =>
  JSON.stringify({ ...a, revision: b.revision }) === JSON.stringify(b);
