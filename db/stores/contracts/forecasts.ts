import type { BacktestPoint } from "../../../models/forecast/backtestContract.ts";
import type { CombinedMember } from "../../../models/forecast/contract.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { ReadOptions, SeriesKey } from "./series.ts";

export interface StoredForecast {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  /** The day whose knowledge it was made on. */
  asOf: IsoDate;
  /** Last period with a figure. */
  origin: string;
  periods: readonly string[];
  mean: readonly number[];
  sd: readonly number[];
  intervals: readonly { level: number; lower: readonly number[]; upper: readonly number[] }[];
  /** What a combination was made of; empty for other models, and for combinations kept before members were. */
  members: readonly CombinedMember[];
  run: number;
}

/** How a model did on one target at one horizon, on data as they were known at each origin. */
export interface ErrorSummary {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
  origins: number;
  firstOrigin: string;
  lastOrigin: string;
  /** Data as of each origin: release records, or the publication rule. */
  dataBasis: "vintages" | "publication-rule" | "mixed";
  mae: number;
  rmse: number;
  mase: number;
  /** Share of actuals inside the 80 % and 95 % intervals, percent. */
  coverage80: number;
  coverage95: number;
  /** RMSE over the naive benchmark's on the same origins: below 1 beats it. */
  relativeToNaive: number;
  gate: "passed" | "lost-to-naive" | "too-few-origins";
  run: number;
}

export interface PointFilter {
  asOf: IsoDate;
  model?: string;
  indicator?: string;
  horizon?: number;
}

export interface ForecastStore {
  saveForecasts(rows: readonly StoredForecast[]): Promise<void>;
  saveBacktest(points: readonly BacktestPoint[], summaries: readonly ErrorSummary[]): Promise<void>;
  /** The newest forecast made on or before `asOf`, per series and model asked. */
  forecasts(key: SeriesKey, options?: ReadOptions): Promise<StoredForecast[]>;
  errors(filter?: { model?: string; indicator?: string; horizon?: number }): Promise<ErrorSummary[]>;
  /** Every back-test point of a series, by model, horizon and origin, with every word of the source on its target. */
  backtest(key: SeriesKey): Promise<BacktestPoint[]>;
  /**
   * Back-test points as somebody knew them on a day, a group per model, series and horizon: origins up to that day,
   * actuals as published by it (NaN where none was). `summarise` makes the day's error records of them.
   */
  points(filter: PointFilter): Promise<PointGroup[]>;
}
