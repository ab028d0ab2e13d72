import type { IsoDate } from "../series/date.ts";
import type { StoredObservation } from "../series/observation.ts";
import type { Period } from "../series/period.ts";
import type { SeriesHead } from "../series/series.ts";
import type { ForecastModel } from "./contract.ts";
import type { Gate } from "./gate.ts";

export interface BacktestRequest {
  head: SeriesHead;
  /** Every vintage of the series. */
  history: readonly StoredObservation[];
  models: readonly ForecastModel[];
  /** Periods ahead, e.g. 1, 3, 6, 12. */
  horizons: readonly number[];
  firstOrigin: Period;
  /** Every `step`-th origin counted from the newest back; 1 is every period. */
  step?: number;
  seed: number;
  /** Actuals are the figures known on this day (the base's today): the latest revision, not the first print. */
  actualsAsOf: IsoDate;
  /**
   * The day on which an origin's forecast was made; by default the day its figure was first published.
   * null leaves the origin out.
   */
  calendar?: (origin: Period) => IsoDate | null;
  /** True progress, after each origin. */
  onOrigin?: (done: number, total: number) => void;
}

/** One origin, one horizon, one model: the fields the forecast store keeps. */
export interface BacktestPoint {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
  origin: Period;
  originAsOf: IsoDate;
  target: Period;
  predicted: number;
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
  actual: number;
  /** What the benchmark said: the better of naive and seasonal naive at this horizon over all origins. */
  naive: number;
}

export interface BacktestSummary {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
  origins: number;
  firstOrigin: Period;
  lastOrigin: Period;
  dataBasis: "vintages" | "publication-rule" | "mixed";
  mae: number;
  rmse: number;
  mase: number;
  coverage80: number;
  coverage95: number;
  relativeToNaive: number;
  gate: Gate;
}

export interface BacktestFailure {
  model: string;
  /** null: no origin could be scored. */
  origin: Period | null;
  message: string;
}

export interface BacktestResult {
  points: BacktestPoint[];
  summaries: BacktestSummary[];
  failures: BacktestFailure[];
}
