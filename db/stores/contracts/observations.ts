import type { IsoDate } from "../../../models/series/date.ts";
import type { Observation, StoredObservation } from "../../../models/series/observation.ts";
import type { Series } from "../../../models/series/series.ts";
import type { ReadOptions, SeriesKey } from "./series.ts";

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
