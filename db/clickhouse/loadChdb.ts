import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { AppError } from "../../models/errors.ts";

/** The part of chdb's interface that we use. */
export interface Session {
  readonly open: boolean;
  readonly connection: unknown;
  query(sql: string, format?: string): string;
  queryAsync(
    sql: string,
    options?: { format?: string },
  ): Promise<{ elapsed: number; rowsRead: number; bytesRead: number; bytes(): Uint8Array }>;
  queryStream(
    sql: string,
    options?: { format?: string },
  ): AsyncIterable<{ raw(): Uint8Array }> & { cancel(): void };
  close(): void;
}

export type NativeConnection = { readonly brand: "chdb connection" };

export interface Chdb {
  Session: new (path: string, options: { connectionArgs: readonly string[] }) => Session;
  drainPending(): Promise<void>;
  native: {
    DurableClassifyAsync(
      connection: NativeConnection,
      sql: string,
      database: string,
    ): Promise<{ statementCount: number; queryClass: number }>;
  };
}

/**
 * Loads the embedded engine. It is an optional dependency: a deployment with a ClickHouse server does without.
 * Never in a worker thread: the process crashes when that thread ends.
 * Throws AppError("store-unavailable") that says what to do.
 */
export async function loadChdb(): Promise<Chdb> {
  if (!isMainThread)
    throw new AppError("store-unavailable", "the embedded engine runs in the main thread only");
  const require = createRequire(import.meta.url);
  try {
    const chdb = require("chdb") as Omit<Chdb, "native">;
    const loader = require(join(dirname(require.resolve("chdb")), "dist", "loader.js")) as {
      loadNative(): Chdb["native"];
    };
    const native = loader.loadNative();
    if (typeof native.DurableClassifyAsync !== "function")
      throw new TypeError("this version of chdb cannot tell statements apart; 3.4.0 can");
    return { Session: chdb.Session, drainPending: chdb.drainPending, native };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new AppError(
      "store-unavailable",
      `no place for figures: the embedded ClickHouse (package chdb) cannot be loaded (${why}) and CLICKHOUSE_URL is not set; install chdb or name a server`,
      { cause: error },
    );
  }
}
