import { join } from "node:path";
import { AppError } from "../../models/errors.ts";
import type { Ledger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { openPglite } from "./openPglite.ts";
import { openPostgres } from "./openPostgres.ts";

export interface LedgerPlace {
  dataDir: string;
  /** `postgres://…`: a server instead of the engine in the process. */
  databaseUrl?: string;
  /** Hears of connections the server dropped while idle. */
  onWarning?: (message: string) => void;
}

/**
 * Opens the ledger and brings it to the newest schema: PostgreSQL in the process, kept in `<dataDir>/ledger`,
 * or the server of `databaseUrl`. The caller holds the lock on the data folder (`lockDataDir`).
 * Throws AppError("store-unavailable" | "already-running") with one sentence.
 */
export async function openLedger(place: LedgerPlace): Promise<Ledger> {
  const ledger = place.databaseUrl
    ? await openPostgres(place.databaseUrl, place.onWarning ?? (() => undefined))
    : await openPglite(join(place.dataDir, "ledger"));
  try {
    await migrate(ledger.db);
    return ledger;
  } catch (cause) {
    await ledger.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError("store-unavailable", "the ledger could not be brought to the newest schema", {
      cause,
    });
  }
}
