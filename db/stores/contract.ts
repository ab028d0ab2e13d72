import type { BacktestPoint } from "../../models/forecast/backtestContract.ts";
import type { PointGroup } from "../../models/forecast/pointGroup.ts";
import type { Grade } from "../../models/indicators/indicator.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Observation, StoredObservation } from "../../models/series/observation.ts";
import type { Series } from "../../models/series/series.ts";
import type { AlertChange, AlertEvent, AlertRecord, AlertState } from "../../models/warning/alert.ts";
import type { Direction, Severity } from "../../models/warning/contract.ts";

export type { AlertChange, AlertEvent, AlertRecord, AlertState, BacktestPoint };

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
  /**
   * Every vintage of the series with these numbers as columns, ordered by series, last day, first day, vintage and
   * load: what a load compares itself with. For the work of the base, not for readers: no limit on rows.
   */
  known(ids: readonly number[], options?: Pick<ReadOptions, "signal">): Promise<KnownFigures>;
  /** The newest figure of each series, from the rebuildable `latest` table (or as of a day, from observations). */
  latest(keys: readonly SeriesKey[], options?: ReadOptions): Promise<(LatestFigure | null)[]>;
  /** The last `n` numbers of each series, for sparklines. */
  tails(
    keys: readonly SeriesKey[],
    n: number,
    options?: ReadOptions,
  ): Promise<{ periods: string[]; values: (number | null)[] }[]>;
  /** The series that a load brought figures for: what has to be worked out anew after it. */
  touched(load: number): Promise<SeriesKey[]>;
  counts(): Promise<{ observations: number; series: number; vintages: number }>;
  /** The newest vintage in the base: the day the product calls today. null for an empty base. */
  baseDate(): Promise<IsoDate | null>;
  /**
   * Appends a load in one visible step; returns rows written. Readers never see half of it.
   * Rows come as objects, or as files of blocks written by `db/clickhouse/encodeObservations.ts` (bulk; in worker threads).
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

/** Figures as columns of equal length; days as epoch days, codes as in `db/clickhouse/encodeObservations.ts`. */
export interface KnownFigures {
  rows: number;
  seriesId: ArrayLike<number>;
  start: ArrayLike<number>;
  end: ArrayLike<number>;
  vintage: ArrayLike<number>;
  /** 0 where status is missing. */
  value: ArrayLike<number>;
  status: ArrayLike<number>;
  reason: ArrayLike<number>;
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

/** Which number stands for which series in the columns of ClickHouse. In memory, loaded at start, grown by `ensure`. */
export interface SeriesDirectory {
  id(key: SeriesKey): number | null;
  key(id: number): SeriesKey | null;
  all(): readonly { id: number; key: SeriesKey }[];
  /** Ids of the keys in order, new ones registered in the ledger first. */
  ensure(keys: readonly SeriesKey[]): Promise<number[]>;
}

/** A row that did not go in as it came: rejected (unreadable, impossible) or quarantined (readable, doubtful: waits for a person). */
export interface RefusedRow {
  kind: "rejected" | "quarantined";
  line: number;
  column: string;
  found: string;
  needed: string;
  rule: string;
  /** The observation a quarantined row would become, as JSON; null for rejected rows. */
  observation: string | null;
}

export interface LoadStore {
  /** Opens a load: from here to `commit` it is invisible. Throws AppError("conflict") when the document was loaded before, naming that load. */
  begin(load: {
    connector: string;
    document: string;
    hash: string;
    startedAt: string;
    startedBy: string;
    simulated: boolean;
  }): Promise<number>;
  /** The committed load of a document, by its hash; with `connector`, only when it came through that one. */
  committedByHash(hash: string, connector?: string): Promise<LoadReceipt | null>;
  /** The one step that makes a load final: counts, refused rows, release events and state in one transaction. */
  commit(
    load: number,
    result: Pick<LoadReceipt, "read" | "accepted" | "unchanged" | "rejected" | "quarantined"> & {
      finishedAt: string;
      message: string | null;
      refused: readonly RefusedRow[];
      /** The publication events this document records, where it says when a source spoke. */
      releases?: readonly Omit<ReleaseRecord, "load">[];
    },
  ): Promise<LoadReceipt>;
  fail(
    load: number,
    message: string,
    finishedAt: string,
    refused?: readonly RefusedRow[],
  ): Promise<LoadReceipt>;
  /** Loads that a kill left in `loading`; the next start discards their rows and marks them `rolled-back`. */
  interrupted(): Promise<LoadReceipt[]>;
  rolledBack(load: number, message: string, finishedAt: string): Promise<LoadReceipt>;
  list(limit: number): Promise<LoadReceipt[]>;
  get(load: number): Promise<{ receipt: LoadReceipt; refused: RefusedRow[] } | null>;
  /** Counts up with every committed load: the data version that pages and caches key on. */
  dataVersion(): Promise<string>;
}

/** A publication event on record: one figure, the day its source said it, and what was expected of it. */
export interface ReleaseRecord extends SeriesKey {
  period: string;
  releaseDate: IsoDate;
  basis: "release-record" | "publication-rule" | "document" | "simulated";
  actual: number | null;
  consensus: number | null;
  previous: number | null;
  load: number | null;
}

export interface ReleaseStore {
  /** Each event once; a later record of the same event fills in what the first did not know. */
  save(records: readonly ReleaseRecord[], recordedAt: string): Promise<void>;
  /** Events of the days `from` to `to`, both included, by day. */
  list(filter: { from: IsoDate; to: IsoDate; indicators?: readonly string[] }): Promise<ReleaseRecord[]>;
}

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
  run: number;
}

export interface ErrorSummary {
  model: string;
  modelVersion: string;
  indicator: string;
  region: string;
  horizon: number;
  origins: number;
  firstOrigin: string;
  lastOrigin: string;
  dataBasis: "vintages" | "publication-rule" | "mixed";
  mae: number;
  rmse: number;
  mase: number;
  coverage80: number;
  coverage95: number;
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
  backtest(model: string, key: SeriesKey, horizon: number): Promise<BacktestPoint[]>;
  /**
   * Back-test points as somebody knew them on a day, a group per model, series and horizon: origins up to that day,
   * actuals as published by it (NaN where none was). `summarise` makes the day's error records of them.
   */
  points(filter: PointFilter): Promise<PointGroup[]>;
}

export interface StoredSignal {
  rule: string;
  ruleVersion: string;
  asOf: IsoDate;
  subject: SeriesKey;
  severity: Severity | "undecided";
  direction: Direction;
  period: string;
  value: number | null;
  threshold: number | null;
  /** Details and evidence, or why undecided, as JSON. */
  detail: string;
}

export interface SignalStore {
  save(signals: readonly StoredSignal[]): Promise<void>;
  list(filter: { rule?: string; subject?: SeriesKey; from?: IsoDate; to?: IsoDate }): Promise<StoredSignal[]>;
}

export interface AlertStore {
  /**
   * Applies lifecycle decisions (opened, worsened, cleared, un-fired…) in order, in one transaction;
   * returns one record per change, aligned, as the alerts stand when all are applied.
   */
  apply(changes: readonly AlertChange[]): Promise<AlertRecord[]>;
  /** Live ones first, by severity, then the newest; closed ones newest first. */
  list(filter: AlertFilter): Promise<{ items: AlertRecord[]; total: number }>;
  /** One alert and what happened to it; with `asOf`, as it stood on that day, null before it opened. */
  get(id: number, asOf?: IsoDate): Promise<{ alert: AlertRecord; events: AlertEvent[] } | null>;
  /** Alerts not closed about a rule and subject. */
  live(): Promise<AlertRecord[]>;
  precedents(rule: string, subject: SeriesKey, before: number): Promise<AlertRecord[]>;
}

export interface AlertFilter {
  states?: readonly AlertState[];
  severities?: readonly Severity[];
  /** Rule ids; the router maps kinds to rules. */
  rules?: readonly string[];
  assignee?: string;
  /**
   * Alerts as they stood on a day, with the state, severity and figure of that day: opened by then, and,
   * unless `states` asks for closed ones, closed after it or not at all.
   */
  asOf?: IsoDate;
  /** Only subjects of these indicators: what the user may see. */
  indicators?: readonly string[];
  limit: number;
  offset: number;
}

/** Light bounds as dated data: in force from `validFrom` until the next row of the same preset and indicator. */
export interface LightBounds {
  preset: string;
  indicator: string;
  bounds: readonly [number, number, number, number];
  methodZh: string;
  methodEn: string;
  validFrom: IsoDate;
  approvedBy: string;
}

export interface BoundsStore {
  all(): Promise<LightBounds[]>;
  save(rows: readonly LightBounds[]): Promise<void>;
}

export interface RunStore {
  begin(run: {
    kind: string;
    model: string | null;
    indicator: string | null;
    asOf: IsoDate;
    seed: number;
    dataVersion: string;
    codeVersion: string;
    startedAt: string;
  }): Promise<number>;
  end(
    id: number,
    state: "done" | "failed" | "cancelled",
    message: string | null,
    finishedAt: string,
  ): Promise<void>;
  list(filter: { model?: string; limit: number }): Promise<
    {
      id: number;
      kind: string;
      model: string | null;
      indicator: string | null;
      startedAt: string;
      finishedAt: string | null;
      state: "running" | "done" | "failed" | "cancelled";
      asOf: IsoDate;
      seed: number;
      dataVersion: string;
      codeVersion: string;
      message: string | null;
    }[]
  >;
}

export interface AuditEntry {
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
}

export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  list(filter: { actor?: string; object?: string; limit: number }): Promise<(AuditEntry & { id: number })[]>;
}

/** What the base remembers about itself (e.g. how far its seed has come): one JSON value a key. */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** Everything that rests, opened together and closed together (`db/open.ts`). */
export interface Base {
  directory: SeriesDirectory;
  observations: ObservationStore;
  forecasts: ForecastStore;
  signals: SignalStore;
  loads: LoadStore;
  alerts: AlertStore;
  bounds: BoundsStore;
  runs: RunStore;
  audit: AuditStore;
  users: UserStore;
  releases: ReleaseStore;
  settings: SettingsStore;
  close(): Promise<void>;
}

export interface UserStore {
  count(): Promise<number>;
  create(user: Omit<User, "id"> & { passwordHash: string; mustChangePassword: boolean }): Promise<User>;
  /** The accounts of an empty table, all or none; empty when there are users already. */
  createFirst(
    users: readonly (Omit<User, "id"> & { passwordHash: string; mustChangePassword: boolean })[],
  ): Promise<User[]>;
  byName(
    name: string,
  ): Promise<(User & { passwordHash: string; mustChangePassword: boolean; disabled: boolean }) | null>;
  /** Sets the password a person chose and ends the person's sessions, but for `keepSession` (a token's hash). */
  setPassword(id: number, passwordHash: string, keepSession?: string): Promise<void>;
  list(): Promise<User[]>;
  /** Sessions are kept by the SHA-256 of their token, never the token. */
  openSession(user: number, tokenHash: string, expiresAt: string): Promise<void>;
  session(
    tokenHash: string,
    now: string,
  ): Promise<(User & { mustChangePassword: boolean; expiresAt: string }) | null>;
  extendSession(tokenHash: string, expiresAt: string): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
  /** Forgets sessions that ended before now; returns how many. */
  removeExpiredSessions(now: string): Promise<number>;
}
