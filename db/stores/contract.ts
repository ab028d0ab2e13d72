import type { Grade } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Observation, StoredObservation } from "../../models/series/observation.ts";
import type { Series } from "../../models/series/series.ts";
import type { Direction, Evidence, Severity } from "../../models/warning/contract.ts";

/**
 * What everyone outside db/ may call. Every read names who may see (`grades`) so that what a user may not
 * see is filtered in the query; every write that a person asked for names the person for the audit.
 */

export interface SeriesKey {
  indicator: string;
  region: string;
}

export interface ReadOptions {
  /** What was known on this day; absent: the newest. */
  asOf?: IsoDate;
  /** Cancels the query in the engine, not only the wait. */
  signal?: AbortSignal;
}

export interface ObservationStore {
  /** One as-of reading per series, in the order asked; a series nobody has figures for comes back empty. */
  series(keys: readonly SeriesKey[], options?: ReadOptions): Promise<Series[]>;
  /** Every vintage of one series, by period then vintage. */
  history(keys: readonly SeriesKey[], options?: ReadOptions): Promise<StoredObservation[][]>;
  /** The newest figure of each series, from the rebuildable `latest` table (or as of a day, from observations). */
  latest(keys: readonly SeriesKey[], options?: ReadOptions): Promise<(LatestFigure | null)[]>;
  /** The last `n` numbers of each series, for sparklines. */
  tails(
    keys: readonly SeriesKey[],
    n: number,
    options?: ReadOptions,
  ): Promise<{ periods: string[]; values: (number | null)[] }[]>;
  counts(): Promise<{ observations: number; series: number; vintages: number }>;
  /** The newest vintage in the base: the day the product calls today. null for an empty base. */
  baseDate(): Promise<IsoDate | null>;
  /**
   * Appends a load in one visible step; returns rows written. Readers never see half of it.
   * Rows come as objects, or as RowBinary files written by `db/clickhouse/encodeObservations.ts` (bulk; in worker threads).
   */
  append(
    load: number,
    rows: Iterable<AppendRow> | { files: readonly string[] },
    loadedAt: string,
  ): Promise<number>;
  /** Removes what an interrupted load left behind; returns rows removed. */
  discard(load: number): Promise<number>;
  rebuildLatest(): Promise<void>;
}

export type AppendRow = Observation & { seriesId: number };

export interface LatestFigure {
  indicator: string;
  region: string;
  period: string;
  value: number | null;
  status: string;
  reason: string | null;
  vintage: IsoDate;
  /** The number one slot before, as known on the same day, for “较上期”. */
  previous: number | null;
}

export type LoadState = "loading" | "committed" | "failed" | "rolled-back";

export interface LoadReceipt {
  id: number;
  state: LoadState;
  connector: string;
  document: string;
  /** SHA-256 of the document. */
  hash: string;
  startedAt: string;
  finishedAt: string | null;
  startedBy: string;
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  quarantined: number;
  /** In a sentence: why it failed, or what the next start undid. */
  message: string | null;
  simulated: boolean;
}

export type AlertState = "open" | "acknowledged" | "in-work" | "closed" | "silenced";

export interface AlertRecord {
  id: number;
  rule: string;
  ruleVersion: string;
  subject: SeriesKey;
  severity: Severity;
  direction: Direction;
  state: AlertState;
  /** Business day (as of) on which it opened; and closed or was un-fired. */
  openedAsOf: IsoDate;
  closedAsOf: IsoDate | null;
  /** Why it closed: a person, the cause cleared with a new period, or a revision removed the cause. */
  closedBecause: "person" | "cleared" | "revised" | null;
  period: string;
  value: number;
  threshold: number | null;
  titleZh: string;
  titleEn: string;
  evidence: readonly Evidence[];
  assignee: string | null;
  silencedUntil: IsoDate | null;
  /** Raised while replaying history for the seed. */
  replayed: boolean;
}

export interface AlertEvent {
  id: number;
  alert: number;
  at: string;
  asOf: IsoDate;
  actor: string;
  kind:
    | "opened"
    | "worsened"
    | "eased"
    | "acknowledged"
    | "assigned"
    | "commented"
    | "in-work"
    | "closed"
    | "silenced"
    | "reopened"
    | "un-fired";
  text: string;
}

export type Role = "leader" | "analyst" | "modeler" | "steward" | "administrator";
export const ROLES: readonly Role[] = ["leader", "analyst", "modeler", "steward", "administrator"];

export interface User {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  /** The grades this user may read. */
  grades: readonly Grade[];
}
