import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
  drainStream,
} from "@clickhouse/client";
import { AppError } from "../../models/errors.ts";
import { bindParams, type Params } from "./bindParams.ts";
import { chdbConnection, wholeAnswer } from "./chdbConnection.ts";
import { openChdbSessions } from "./chdbSessions.ts";
import { storeError } from "./clickhouseErrors.ts";
import { clusterName } from "./clusterSql.ts";
import { deadline } from "./deadline.ts";
import { type Limits, limitSettings, READER_LIMITS } from "./limits.ts";
import { type Columns, decodeBlocks } from "./nativeBlocks.ts";

export type ClickhouseOptions = {
  /** Default `guanlan`. */
  database?: string;
  /** Write migrations for this cluster: ON CLUSTER, Replicated… and Distributed tables. */
  cluster?: string;
} & ({ dataDir: string; sessions?: number } | { url: string; username?: string; password?: string });

export interface ReadParams {
  params?: Params;
  /** Beyond what a reader may use; absent fields stay at READER_LIMITS. */
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}

export interface RunParams {
  params?: Params;
  settings?: ClickHouseSettings;
  signal?: AbortSignal;
  /** Default 10 minutes. */
  seconds?: number;
}

/** ClickHouse as the stores use it, the same over the embedded engine and over a server. Errors are AppErrors. */
export interface Clickhouse {
  readonly client: ClickHouseClient;
  readonly database: string;
  readonly cluster: string | null;
  /** Runs one reading statement, without FORMAT or SETTINGS, within limits; answers columns. */
  read(sql: string, options?: ReadParams): Promise<Columns>;
  /** Runs one writing or defining statement. */
  run(sql: string, options?: RunParams): Promise<void>;
  /** Appends blocks (`encodeBlock`, `encodeObservations`) from memory or a file; returns rows written. */
  insert(
    table: string,
    columns: readonly string[],
    source: { bytes: Uint8Array } | { file: string },
    options?: RunParams,
  ): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the store of figures: the embedded engine on a data folder, or a server by URL.
 * Throws AppError("already-running") when another process holds the folder, AppError("store-unavailable")
 * when the folder cannot be written, the engine is not installed or the server does not answer.
 */
export async function openClickhouse(options: ClickhouseOptions): Promise<Clickhouse> {
  const database = options.database ?? "guanlan";
  if (!/^[A-Za-z_]\w*$/.test(database))
    throw new AppError("invalid-input", `"${database}" is no name for a database`);
  const client =
    "url" in options ? await serverClient(options, database) : await embeddedClient(options, database);
  const embedded = !("url" in options);

  /** Our own connection binds values itself; to a server they go inside the text, for an address holds only so much. */
  const statement = (sql: string, params: Params = {}) =>
    embedded ? { query: sql, query_params: { ...params } } : { query: bindParams(sql, params) };

  /** Over HTTP the engine outlives the wait, so it is told to stop by the query's id. */
  const guarded = async <T>(
    options: { signal?: AbortSignal | undefined; seconds: number },
    work: (call: { abort_signal: AbortSignal; query_id: string }) => Promise<T>,
  ): Promise<T> => {
    const limit = deadline(options.seconds, options.signal);
    const query_id = randomUUID();
    try {
      if (limit.ended() !== null) throw new Error("ended before it began");
      return await work({ abort_signal: limit.signal, query_id });
    } catch (error) {
      const ended = limit.ended();
      // That it was ended is the answer also where the server can no longer be told.
      if (ended !== null && !embedded) await tellServer(client, query_id).catch(() => undefined);
      throw storeError(error, ended);
    } finally {
      limit.clear();
    }
  };

  return {
    client,
    database,
    cluster: options.cluster ?? null,
    read(sql, { params, limits, signal } = {}) {
      const all = { ...READER_LIMITS, ...limits };
      return guarded({ signal, seconds: all.seconds + 1 }, async (call) => {
        const result = await client.exec({
          ...call,
          ...statement(`${sql}\nFORMAT Native`, params),
          clickhouse_settings: {
            ...limitSettings(all),
            // A server holds the answer back until it is whole: an error half-way is an error, not half an answer.
            ...(embedded ? {} : { wait_end_of_query: 1 }),
          } as ClickHouseSettings,
        });
        return decodeBlocks(wholeAnswer(result.stream) ?? (await buffer(result.stream)));
      });
    },
    run(sql, { params, settings, signal, seconds = WRITE_SECONDS } = {}) {
      return guarded({ signal, seconds }, async (call) => {
        await client.command({
          ...call,
          ...statement(sql, params),
          ...(settings ? { clickhouse_settings: settings } : {}),
        });
      });
    },
    insert(table, columns, source, { settings, signal, seconds = WRITE_SECONDS } = {}) {
      const values = "file" in source ? createReadStream(source.file) : Readable.from([source.bytes]);
      return guarded({ signal, seconds }, async (call) => {
        const { stream, summary } = await client.exec({
          ...call,
          query: `INSERT INTO ${table} (${columns.join(", ")}) FORMAT Native`,
          values,
          clickhouse_settings: { async_insert: 0, ...settings },
        });
        await drainStream(stream);
        return Number(summary?.written_rows ?? 0);
      });
    },
    close: () => client.close(),
  };
}

const tellServer = (client: ClickHouseClient, id: string) =>
  client.command({ query: "KILL QUERY WHERE query_id = {id:String} ASYNC", query_params: { id } });

const WRITE_SECONDS = 600;
/**
 * A statement holds one thread of libuv's pool while it runs (UV_THREADPOOL_SIZE, 4 unless set before the
 * process starts). Four sessions keep two to four cores busy; one thread stays free for files and checks.
 */
const EMBEDDED_SESSIONS = Math.min(4, Number(process.env.UV_THREADPOOL_SIZE ?? 4) - 1);

async function embeddedClient(
  options: { dataDir: string; sessions?: number },
  database: string,
): Promise<ClickHouseClient> {
  const { dataDir } = options;
  const sessions = await openChdbSessions({ dataDir, database, size: options.sessions ?? EMBEDDED_SESSIONS });
  return createClient({ connection: chdbConnection(sessions), database, ...QUIET });
}

async function serverClient(
  options: { url: string; username?: string; password?: string; cluster?: string },
  database: string,
): Promise<ClickHouseClient> {
  const { url, username, password, cluster } = options;
  const own = { url, ...(username ? { username } : {}), ...(password ? { password } : {}), ...QUIET };
  // The database may not exist yet: it is made through a client that names none.
  const first = createClient(own);
  try {
    await first.command({
      query: `CREATE DATABASE IF NOT EXISTS ${database}${cluster ? ` ON CLUSTER ${clusterName(cluster)}` : ""}`,
    });
  } catch (error) {
    throw storeError(error);
  } finally {
    await first.close();
  }
  return createClient({
    ...own,
    database,
    request_timeout: (WRITE_SECONDS + 5) * 1000,
    max_open_connections: 16,
    clickhouse_settings: { max_query_size: "67108864" },
  });
}

/** Errors reach the caller as exceptions; the client's own log would say them a second time. */
const QUIET = { log: { level: ClickHouseLogLevel.OFF } };
