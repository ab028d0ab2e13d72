import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { AppError } from "../../models/errors.ts";
import { holdServerLock } from "./holdServerLock.ts";
import type { Ledger } from "./ledger.ts";
import * as schema from "./schema.ts";

const OLDEST = 150_000;
const POOL = 8;

/** A PostgreSQL server as the ledger, for one Guanlan at a time. */
export async function openPostgres(url: string, onWarning: (message: string) => void): Promise<Ledger> {
  const settings: pg.PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: `guanlan ${process.pid}`,
    options: "-c timezone=UTC -c client_encoding=UTF8",
  };
  const pool = new pg.Pool({ ...settings, max: POOL });
  pool.on("error", (error) => onWarning(`a connection to the ledger was lost: ${error.message}`));
  try {
    await requireVersion(pool);
    const lock = await holdServerLock(settings, onWarning);
    const close = async (): Promise<void> => {
      await lock.release();
      await pool.end();
    };
    return { db: drizzle(pool, { schema }), engine: "postgresql", close };
  } catch (cause) {
    await pool.end();
    if (cause instanceof AppError) throw cause;
    throw new AppError("store-unavailable", `PostgreSQL at ${placeOf(url)} cannot be used: ${whyOf(cause)}`, {
      cause,
    });
  }
}

async function requireVersion(pool: pg.Pool): Promise<void> {
  const found = await pool.query<{ number: string; text: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as text",
  );
  const row = found.rows[0];
  if (!row || Number(row.number) < OLDEST) {
    throw new AppError("store-unavailable", `the ledger needs PostgreSQL 15 or newer; found ${row?.text}`);
  }
}

/** A refused connection to several addresses of one name comes without a message, but with a code. */
function whyOf(cause: unknown): string {
  return cause instanceof Error
    ? cause.message || String((cause as NodeJS.ErrnoException).code)
    : String(cause);
}

/** Host, port and database of a connection address: never the user's password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return "the address in DATABASE_URL";
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
