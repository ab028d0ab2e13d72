import type { Words } from "../indicators/indicator.ts";
import type { SpecificationLine } from "../seasonal/china/specificationLines.ts";
import type { QualityReading } from "../seasonal/quality/qualityBands.ts";
import type { IsoDate } from "../series/date.ts";
import type { Status } from "../series/observation.ts";
import type { Period } from "../series/period.ts";

/** An adjusted series, its parts and what may be believed of it; columns on the same months. */
export interface AdjustedFigures {
  /** true: original = seasonal · festival · calendar · adjusted, adjusted = trend · irregular; false: sums. */
  mult: boolean;
  periods: readonly Period[];
  /** Years before a restated base were put on the newest year's: `original` is not what was published then. */
  rebased: boolean;
  /** Months as adjusted, in the unit of the series. */
  original: readonly (number | null)[];
  /** `estimated`: a gap filled, January or February parted, or a difference of running totals. */
  status: readonly Status[];
  adjusted: readonly (number | null)[];
  trend: readonly (number | null)[];
  /** Factors around 1; amounts where parts add. Season and festival are what is taken out. */
  seasonal: readonly (number | null)[];
  festival: readonly (number | null)[];
  calendar: readonly (number | null)[];
  irregular: readonly (number | null)[];
  /** Of the adjusted series against the month before: percent where parts multiply, in the unit of the series where they add. */
  change: readonly (number | null)[];
  quality: readonly QualityReading[];
  specification: readonly SpecificationLine[];
}

/** A series of the catalogue as adjusted by its policy, as of a day. */
export interface SeasonalAdjustmentResult extends AdjustedFigures {
  indicator: string;
  unit: string;
  /** Day of the newest figure. */
  day: IsoDate;
  /**
   * The model is identified with what was known on the yearly review and goes on from there by the policy's revision;
   * `first`: too little was known on that day, so it is identified with the figures of `day`.
   */
  identified: { day: IsoDate; first: boolean };
  /** What differs from the model of the review. */
  sinceReview: readonly Words[];
  /** The adjusted series as the release before left it, on the same months; null without one. */
  against: {
    day: IsoDate;
    adjusted: readonly (number | null)[];
    changes: readonly Words[];
  } | null;
}
