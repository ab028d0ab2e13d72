import type { Words } from "../../../models/indicators/indicator.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { ErrorRecord } from "./forecast.ts";
import type { Headline, Passport } from "./passport.ts";

/** One model at one horizon: what it says and how it did. */
export interface ModelForecastRow {
  model: string;
  modelTitle: Words;
  /** null where nothing it said is still ahead. */
  forecast: { period: string; mean: number; lower80: number; upper80: number; madeAsOf: IsoDate } | null;
  record: ErrorRecord;
  /** Newest errors at this horizon, predicted − actual, oldest first. */
  errors: { periods: string[]; values: number[] };
}

/** Every model on one indicator, by horizon. */
export interface ForecastTable extends Passport {
  indicator: string;
  name: Words;
  unit: string;
  decimals: number;
  source: Words;
  title: Headline;
  /** Best against naive first. */
  horizons: { horizon: number; rows: ModelForecastRow[] }[];
  /** Records left out for this reader: of models not in good standing. */
  withheld: number;
  /** The one that pages show; null where none has passed. */
  chosen: string | null;
}
