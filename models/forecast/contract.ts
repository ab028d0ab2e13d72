import type { Words } from "../indicators/indicator.ts";
import type { Frequency } from "../series/frequency.ts";
import type { Period } from "../series/period.ts";
import type { Series } from "../series/series.ts";

export interface Citation {
  text: string;
  /** Chapter, section or equation. */
  where?: string;
}

/** A forecast model is a `fit` that returns something able to `predict`. One per file; listed in registry.ts. */
export interface ForecastModel<Options extends object = object> {
  id: string;
  title: Words;
  summary: Words;
  reference: Citation;
  version: string;
  frequencies: readonly Frequency[];
  /** The contract suite checks each claim. */
  supports: { gaps: boolean; drivers: boolean };
  /** Ids of the models whose weighted mean it is; its fits then tell their `members`. */
  combines?: readonly string[];
  defaults: Options;
  minObservations(frequency: Frequency, options: Options): number;
  /** Throws AppError("not-enough-data" | "invalid-input") with what was found and needed. */
  fit(input: { target: Series; drivers: readonly Series[]; seed: number }, options: Options): FittedModel;
}

/** A model within a fitted combination: its share, and the errors that made it. */
export interface CombinedMember {
  model: string;
  version: string;
  /** The shares of all members add up to one. One share holds at every horizon. */
  weight: number;
  /** RMSE one step ahead within the sample, in the unit of the target; null where it fitted no period. */
  rmse: number | null;
  /** Periods behind it. */
  errors: number;
}

export interface FittedModel {
  parameters: Readonly<Record<string, number>>;
  /** Of a combination: what it is made of. */
  members?: readonly CombinedMember[];
  /** Aligned with the target. */
  fitted: readonly (number | null)[];
  /** `levels` are interval coverages in percent, e.g. [50, 80, 95]. */
  predict(horizon: number, levels: readonly number[]): Forecast;
  /**
   * The same structure (order, members, transformation) with parameters estimated anew on a longer or revised target.
   * A model without it is fitted from scratch each time.
   */
  refit?(target: Series): FittedModel;
}

export interface Forecast {
  /** The period right after the target ends. */
  start: Period;
  mean: readonly number[];
  intervals: readonly { level: number; lower: readonly number[]; upper: readonly number[] }[];
}
