import type { Words } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Analyses } from "../analyses/analyses.ts";
import type { ModelPool } from "../workers/modelPool.ts";

/** How far a long job has come; `done` of `total` steps that each took real work. */
export interface JobProgress {
  title: Words;
  done: number;
  total: number;
}

/** A run that waits or works now. */
export interface JobUnderWay extends JobProgress {
  run: number;
  kind: string;
  startedAt: string;
}

/** What one refresh did, for the log and for the page that asked. */
export interface RefreshOutcome {
  asOf: IsoDate;
  bounds: number;
  forecasts: number;
  /** Standing analyses brought up to the day. */
  analyses: number;
  signals: number;
  opened: number;
  closed: number;
  /** Parts that failed, each under its own name; the rest went on. */
  failures: readonly { part: string; message: string }[];
  durationMs: number;
}

/**
 * What runs when a release lands or on a schedule. Jobs run one after another in the order asked; each
 * leaves run records and live events. None of them throws for the failure of one model or one rule.
 */
export interface Jobs {
  /** Standing analyses as of any day, made in the same threads. */
  readonly analyses: Analyses;
  /** Those threads, for what somebody tries off the record. */
  readonly pool: ModelPool;
  /** After seeding: bounds, back-tests, forecasts of every model, and the past of alerts by replay. Skips what is already there. */
  firstRefresh(options?: {
    signal?: AbortSignal;
    onProgress?: (p: JobProgress) => void;
  }): Promise<RefreshOutcome>;
  /** After a load: re-evaluates what depends on the indicators it touched, and nothing else. */
  refreshAfterLoad(touched: { indicators: readonly string[]; signal?: AbortSignal }): Promise<RefreshOutcome>;
  /** Back-tests and forecasts one model, or all, for one target, or all. Answers at once with the run's number. */
  runModels(what: { model: string | null; indicator: string | null; actor: string }): Promise<number>;
  /** What waits or works now, oldest first. */
  underWay(): JobUnderWay[];
  /** Ends one of them, its threads included; the next one begins. Throws AppError("conflict") for one that has ended. */
  cancel(what: { run: number; actor: string }): Promise<void>;
  /**
   * Records of the past that pages can do without for a while: made once, and again when the past is revised. They
   * take the threads that nothing else wants, and no refresh waits for them. null where there are none.
   */
  catchUp(): Promise<RefreshOutcome | null>;
  /** What the calendar brings without a load: overdue releases, silences that end. Call once a day. */
  daily(asOf: IsoDate): Promise<RefreshOutcome>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Cancels what runs, ends the worker threads. */
  close(): Promise<void>;
}
