import { AppError } from "../../models/errors.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { Basis } from "../../models/series/period.ts";
import { type SeriesHead, sliceSeries } from "../../models/series/series.ts";
import type { Params } from "../clickhouse/bindParams.ts";
import { blocksOfRows } from "../clickhouse/blocksOfRows.ts";
import { day } from "../clickhouse/day.ts";
import { figureColumns, observationAt, rangesOf, seriesFrom } from "../clickhouse/figureColumns.ts";
import { appendLoad, discardLoad, rebuildLatest, WHOLE_BASE } from "../clickhouse/figureLoads.ts";
import {
  asOfSql,
  historySql,
  KNOWN_SQL,
  LATEST_SQL,
  lastPeriodsSql,
  TAIL,
  TAILS_SQL,
} from "../clickhouse/figureSql.ts";
import { countFigures, tidyFigures } from "../clickhouse/housekeeping.ts";
import { latestFromRows, latestFromTable } from "../clickhouse/latestFigures.ts";
import { type Columns, decodeBlocks } from "../clickhouse/nativeBlocks.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";
import { oneAfterAnother, remembered } from "../clickhouse/promises.ts";
import type { ObservationStore, ReadOptions, SeriesDirectory, SeriesKey } from "./contract.ts";

/** What the catalogue says about an indicator; null for one it does not know. */
export type Heads = (indicator: string) => Layout | null;
interface Layout {
  frequency: Frequency;
  basis: Basis;
  unit: string;
}

/** The contract's store, and a way to wait for the merging of parts that goes on after a big load. */
export interface ClickhouseObservationStore extends ObservationStore {
  /** Resolves when no merge started by a load is under way; rejects when the last one failed. */
  tidied(): Promise<void>;
}

/**
 * The figures of the base. Series are known by number in ClickHouse, by indicator and region outside; the
 * directory translates. Loads go in one after another.
 */
export function observationStore(
  clickhouse: Clickhouse,
  directory: Pick<SeriesDirectory, "id" | "key">,
  heads: Heads,
): ClickhouseObservationStore {
  const layoutOf = ({ indicator }: SeriesKey): Layout => {
    const layout = heads(indicator);
    if (!layout) throw new AppError("not-found", `indicator ${indicator} is not in the catalogue`);
    return layout;
  };
  const headOf = (key: SeriesKey): SeriesHead => {
    const { frequency, basis, unit } = layoutOf(key);
    return { indicator: key.indicator, region: key.region, frequency, basis, unit };
  };
  const named = (keys: readonly SeriesKey[]) =>
    keys.map((key) => ({ head: headOf(key), id: directory.id(key) }));
  const ask = async (
    sql: (dated: boolean) => string,
    series: readonly { id: number | null }[],
    options: ReadOptions | undefined,
    more: Params = {},
  ): Promise<Columns | null> => {
    const different = new Set<number>();
    for (const { id } of series) if (id !== null) different.add(id);
    if (different.size === 0) return null;
    const ids = Array.from(different);
    const params = { ...more, ids, ...(options?.asOf === undefined ? {} : { asOf: day(options.asOf) }) };
    return clickhouse.read(sql(options?.asOf !== undefined), {
      params,
      ...(options?.signal ? { signal: options.signal } : {}),
    });
  };

  const laidOut = (series: readonly { head: SeriesHead; id: number | null }[], answer: Columns | null) => {
    const columns = figureColumns(answer ?? decodeBlocks(new Uint8Array(0)));
    const ranges = rangesOf(answer?.numbers("series_id") ?? []);
    return series.map(({ head, id }) => {
      const [from, to] = (id === null ? undefined : ranges.get(id)) ?? [0, 0];
      return { head, columns, from, to };
    });
  };

  const figures = remembered(() => countFigures(clickhouse));
  const inTurn = oneAfterAnother();
  let tidying: Promise<void> = Promise.resolve();
  const changed = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await inTurn(work);
    } finally {
      figures.forget();
    }
  };

  return {
    async series(keys, options) {
      const series = named(keys);
      const answer = await ask(asOfSql, series, options);
      return laidOut(series, answer).map(({ head, columns, from, to }) =>
        seriesFrom(head, columns, from, to),
      );
    },

    async history(keys, options) {
      const series = named(keys);
      const answer = await ask(historySql, series, options);
      const loads = answer?.numbers("load_id") ?? [];
      const loadedAt = answer?.numbers("loaded_at") ?? [];
      return laidOut(series, answer).map(({ head, columns, from, to }) =>
        Array.from(
          { length: to - from },
          (_, i): StoredObservation => ({
            ...observationAt(head, columns, from + i),
            load: loads[from + i]!,
            loadedAt: new Date(loadedAt[from + i]!).toISOString(),
          }),
        ),
      );
    },

    async known(ids, options) {
      const answer = await clickhouse.read(KNOWN_SQL, {
        params: { ids: [...ids] },
        limits: WHOLE_BASE,
        ...(options?.signal ? { signal: options.signal } : {}),
      });
      const column = (name: string): ArrayLike<number> => answer.numbers(name);
      return {
        rows: answer.rows,
        seriesId: column("series_id"),
        start: column("period_start"),
        end: column("period_end"),
        vintage: column("vintage"),
        value: column("value"),
        status: column("status"),
        reason: column("reason"),
      };
    },

    async latest(keys, options) {
      if (options?.asOf === undefined) {
        // Thousands at once: no more objects than the answer needs.
        const asked = keys.map((key) => ({ key, layout: layoutOf(key), id: directory.id(key) }));
        return latestFromTable(asked, await ask(() => LATEST_SQL, asked, options));
      }
      const series = named(keys);
      const answer = await ask(lastPeriodsSql, series, options, { n: 2 });
      return laidOut(series, answer).map(({ head, columns, from, to }) =>
        latestFromRows(head, columns, from, to),
      );
    },

    async tails(keys, n, options) {
      const series = named(keys);
      const cached = options?.asOf === undefined && n <= TAIL;
      const answer = await ask(cached ? () => TAILS_SQL : lastPeriodsSql, series, options, { n });
      return laidOut(series, answer).map(({ head, columns, from, to }) => {
        const whole = seriesFrom(head, columns, from, to);
        const { periods, values } = sliceSeries(whole, whole.values.length - n);
        return { periods: [...periods], values: [...values] };
      });
    },

    async touched(load) {
      const answer = await clickhouse.read(
        "SELECT DISTINCT series_id FROM observations WHERE load_id = {load:UInt32} ORDER BY series_id",
        { params: { load } },
      );
      return Array.from(answer.numbers("series_id")).flatMap((id) => directory.key(id) ?? []);
    },

    async counts() {
      const { observations, series, vintages } = await figures.get();
      return { observations, series, vintages };
    },
    baseDate: async () => (await figures.get()).newest,

    append(load, rows, loadedAt) {
      const at = Date.parse(loadedAt);
      return changed(async () => {
        if (Number.isNaN(at)) throw new AppError("invalid-input", `"${loadedAt}" is no instant`);
        const blocks = "files" in rows ? rows : { blocks: blocksOfRows(rows) };
        const written = await appendLoad(clickhouse, load, blocks, at);
        // The load is done; readers need not wait for its parts to be merged, and its caller neither.
        const before = tidying.catch(() => undefined);
        tidying = before.then(() => tidyFigures(clickhouse, written));
        tidying.catch(() => undefined);
        return written;
      });
    },
    discard: (load) => changed(() => discardLoad(clickhouse, load)),
    rebuildLatest: () => changed(() => rebuildLatest(clickhouse)),
    tidied: () => tidying,
  };
}
