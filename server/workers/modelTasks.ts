import type { MessagePort } from "node:worker_threads";
import type { ErrorCode } from "../../models/errors.ts";
import type {
  BacktestFailure,
  BacktestPoint,
  BacktestRequest,
  BacktestSummary,
} from "../../models/forecast/backtestContract.ts";
import type { CombinedMember, Forecast } from "../../models/forecast/contract.ts";
import type { Stopped } from "../../models/forecast/refusal.ts";
import type { Words } from "../../models/indicators/indicator.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { SeasonalTrial } from "../../models/seasonal/china/whatIf.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { Period } from "../../models/series/period.ts";
import type { SeriesHead } from "../../models/series/series.ts";

/** One target with all its vintages and the models to try on it: some hundred plain rows, cheap to copy. */
interface OnOneTarget {
  head: SeriesHead;
  history: readonly StoredObservation[];
  /** Every vintage of the series that the models read beside it. */
  drivers: readonly ReadSeries[];
  /** Model ids; the thread has its own registry, functions do not travel. */
  models: readonly string[];
  seed: number;
}

export interface BacktestTask extends OnOneTarget {
  kind: "backtest";
  horizons: readonly number[];
  firstOrigin: Period;
  step: number;
  actualsAsOf: IsoDate;
  /** What an earlier back-test left. */
  kept?: NonNullable<BacktestRequest["kept"]>;
  /** Says `[done, total]` after each origin. */
  port: MessagePort | null;
}

export interface BacktestAnswer {
  points: readonly BacktestPoint[];
  summaries: readonly BacktestSummary[];
  failures: readonly BacktestFailure[];
}

export interface ForecastTask extends OnOneTarget {
  kind: "forecast";
  asOf: IsoDate;
  horizon: number;
  /** Interval coverages in percent. */
  levels: readonly number[];
}

export interface ForecastAnswer {
  /** Last period with a figure; null where the series has none as of the day. */
  origin: Period | null;
  made: readonly {
    model: string;
    version: string;
    periods: readonly Period[];
    forecast: Forecast;
    /** Of a combination; else none. */
    members: readonly CombinedMember[];
  }[];
  failures: readonly ({ model: string } & Stopped)[];
}

export interface AnalysisTask {
  kind: "analysis";
  /** Id; the thread has its own registry. */
  analysis: string;
  subject: string;
  read: readonly ReadSeries[];
  /** Nothing later is read. */
  until: IsoDate;
  seed: number;
  /** Says `[done, total]`. */
  port: MessagePort | null;
}

/** Several of them out of the same figures, in one go: what they share is worked out once. */
export interface AnalysesTask extends Omit<AnalysisTask, "kind" | "analysis" | "subject"> {
  kind: "analyses";
  parts: readonly Pick<AnalysisTask, "analysis" | "subject">[];
}

/** An adjustment under other settings, for somebody who looks; neither kept nor a vintage of anything. */
export interface SeasonalTrialTask {
  kind: "seasonal-trial";
  indicator: string;
  read: readonly ReadSeries[];
  until: IsoDate;
  trial: SeasonalTrial;
  port: MessagePort | null;
}

/** The result as JSON text, or why there is none: typed errors do not travel between threads. */
export type AnalysisAnswer =
  | { ok: true; day: IsoDate; result: string; durationMs: number }
  | { ok: false; code: ErrorCode; message: string; words: Words | null };

export type ModelTask = BacktestTask | ForecastTask | AnalysisTask | AnalysesTask | SeasonalTrialTask;
export type AnswerOf<T extends ModelTask> = T extends BacktestTask
  ? BacktestAnswer
  : T extends ForecastTask
    ? ForecastAnswer
    : T extends AnalysesTask
      ? readonly AnalysisAnswer[]
      : AnalysisAnswer;
