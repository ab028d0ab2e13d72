import type { IsoDate } from "../../../models/series/date.ts";
import type { SeriesKey } from "./series.ts";

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
