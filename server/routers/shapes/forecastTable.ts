import type { AgainstGroup } from "../../../models/forecast/againstGroup.ts";
import type { CombinedMember } from "../../../models/forecast/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { ErrorRecord } from "./forecast.ts";
import type { Headline, Passport } from "./passport.ts";

/** One model at one horizon: what it says and how it did. */
export interface ModelForecastRow {
  model: string;
  modelTitle: Words;
  /** Runs by itself; a candidate does not. */
  daily: boolean;
  /** null where nothing it said is still ahead. */
  forecast: { period: string; mean: number; lower80: number; upper80: number; madeAsOf: IsoDate } | null;
  record: ErrorRecord;
  /** Beside the model that pages show, on common origins; null of that model itself, and for a leader. */
  against: AgainstGroup | null;
  /** Newest errors at this horizon, predicted − actual, oldest first. */
  errors: { periods: string[]; values: number[] };
}

/** What the combination is made of, as fitted for the forecast shown. */
export interface CombinationShown {
  model: string;
  modelTitle: Words;
  /** The day whose figures it was fitted on; null where no fit was kept. */
  madeAsOf: IsoDate | null;
  /** Heaviest first; one weight holds at every horizon. */
  members: (CombinedMember & { modelTitle: Words })[];
  /** Share of the members that this reader is not shown, 0 to 1. */
  withheld: number;
  /** Why the weights are not known. */
  why: Words | null;
}

/** Every model on one indicator at one horizon. */
export interface ForecastsAhead {
  horizon: number;
  title: Headline;
  /** Least error first. */
  rows: ModelForecastRow[];
}

/** Every model on one indicator, by horizon. */
export interface ForecastTable extends Passport {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  source: Words;
  quarterly: boolean;
  horizons: ForecastsAhead[];
  /** null where no combination is among the models shown. */
  combination: CombinationShown | null;
  /** Records left out for this reader: of models not in good standing. */
  withheld: number;
  /** The one that pages show; null where none has passed. */
  chosen: string | null;
}
