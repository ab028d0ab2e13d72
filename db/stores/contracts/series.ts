import type { IsoDate } from "../../../models/series/date.ts";

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

/** Which number stands for which series in the columns of ClickHouse. In memory, loaded at start, grown by `ensure`. */
export interface SeriesDirectory {
  id(key: SeriesKey): number | null;
  key(id: number): SeriesKey | null;
  all(): readonly { id: number; key: SeriesKey }[];
  /** Ids of the keys in order, new ones registered in the ledger first. */
  ensure(keys: readonly SeriesKey[]): Promise<number[]>;
}
