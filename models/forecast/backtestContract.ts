import type { Words } from "../indicators/indicator.ts";
import type { ReadSeries } from "../readings/readings.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation, VintageBasis } from "../series/observation.ts";
import type { Period } from "../series/period.ts";
import type { SeriesHead } from "../series/series.ts";
import type { ForecastModel } from "./contract.ts";
import type { Gate } from "./gate.ts";

export interface BacktestRequest {
  head: SeriesHead;
  /** Every vintage of the series. */
  history: readonly StoredObservation[];
  models: readonly ForecastModel[];
  /** Every vintage of the series that `driversOf` names for the models; each origin sees them as known on its day. */
  drivers?: readonly ReadSeries[];
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
  /**
   * An earlier back-test of the same request: its points, and the first vintage of figures (of the series or of what is
   * read beside it) that came after it, null where none came. Origins that it leaves as they were are not fitted again;
   * the result is the same.
   */
  kept?: { points: readonly BacktestPoint[]; since: IsoDate | null };
  /** True progress, after each origin. */
  onOrigin?: (done: number, total: number) => void;
}

/** What the source said of a target from a day on; null where it took its figure back. */
export interface Actual {
  day: IsoDate;
  value: number | null;
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
  /** How we know that day. */
  originBasis: VintageBasis;
  target: Period;
  predicted: number;
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
  /** The figure known at `actualsAsOf`; the last of `actuals`. */
  actual: number;
  /** What the source said of the target, oldest first: so that a day looked back to is scored by what it knew. */
  actuals: readonly Actual[];
  /** In-sample scale of MASE at the origin; null for a history that never moves. */
  scale: number | null;
  plainNaive: number;
  /** null where the history was too short for a season. */
  seasonalNaive: number | null;
  /** What the benchmark said: the better of the two at this horizon over all origins. */
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
  /** English, for operators. */
  message: string;
  /** The figures do not allow it: nothing is broken. */
  refused: boolean;
  words: Words;
}

export interface BacktestResult {
  points: BacktestPoint[];
  summaries: BacktestSummary[];
  failures: BacktestFailure[];
}
