import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { AppError } from "../../models/errors.ts";
import type { Ledger } from "./ledger.ts";
import * as schema from "./schema.ts";

const OLDEST = 150_000;
const POOL = 8;
/** One server works on a ledger: it holds this session lock for as long as it is connected. */
const SERVER_LOCK = "hashtext('guanlan.ledger.server')";

/**
 * A PostgreSQL server as the ledger. A lock held by one connection keeps a second Guanlan off the same database:
 * the start undoes interrupted loads, and would undo the running loads of another.
 */
export async function openPostgres(url: string, onWarning: (message: string) => void): Promise<Ledger> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL,
    connectionTimeoutMillis: 10_000,
    application_name: `guanlan ${process.pid}`,
    options: "-c timezone=UTC -c client_encoding=UTF8",
  });
  pool.on("error", (error) => onWarning(`a connection to the ledger was lost: ${error.message}`));
  try {
    const holder = await pool.connect();
    holder.on("error", (error) =>
      onWarning(`the connection that keeps the ledger ours was lost: ${error.message}`),
    );
    try {
      await requireVersion(holder);
      await takeServerLock(holder);
    } catch (error) {
      holder.release(true);
      throw error;
    }
    const close = async (): Promise<void> => {
      holder.release(true);
      await pool.end();
    };
    return { db: drizzle(pool, { schema }), engine: "postgresql", close };
  } catch (cause) {
    await pool.end();
    if (cause instanceof AppError) throw cause;
    const why =
      cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    throw new AppError("store-unavailable", `PostgreSQL at ${placeOf(url)} cannot be used: ${why}`, {
      cause,
    });
  }
}

async function requireVersion(client: pg.PoolClient): Promise<void> {
  const found = await client.query<{ server_version_num: string; server_version: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  );
  const row = found.rows[0];
  if (!row || Number(row.server_version_num) < OLDEST) {
    throw new AppError(
      "store-unavailable",
      `the ledger needs PostgreSQL 15 or newer; found ${row?.server_version}`,
    );
  }
}

async function takeServerLock(client: pg.PoolClient): Promise<void> {
  const taken = await client.query<{ ours: boolean }>(
    `select pg_try_advisory_lock(1987, ${SERVER_LOCK}) as ours`,
  );
  if (taken.rows[0]?.ours) return;
  const holder = await client.query<{ who: string }>(
    `select a.application_name || coalesce(' on ' || host(a.client_addr), '') as who
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.classid = 1987 and l.database = (select oid from pg_database where datname = current_database())`,
  );
  throw new AppError(
    "already-running",
    `another server already works on this ledger: ${holder.rows[0]?.who ?? "its connection is not listed"}`,
  );
}

/** Host, port and database of a connection address: never the user's password. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}
