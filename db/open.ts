import { join } from "node:path";
import { migrateClickhouse } from "./clickhouse/migrateClickhouse.ts";
import { type ClickhouseOptions, openClickhouse } from "./clickhouse/openClickhouse.ts";
import { lockDataDir } from "./ledger/lockDataDir.ts";
import { openLedger } from "./ledger/openLedger.ts";
import { type Catalogue, syncCatalogue } from "./ledger/syncCatalogue.ts";
import { recover } from "./recover.ts";
import { alertStore } from "./stores/alerts.ts";
import { analysisStore } from "./stores/analyses.ts";
import { auditStore } from "./stores/audit.ts";
import { boundsStore } from "./stores/bounds.ts";
import type { Base } from "./stores/contract.ts";
import { forecastStore } from "./stores/forecasts.ts";
import { loadStore } from "./stores/loads.ts";
import { type Heads, observationStore } from "./stores/observations.ts";
import { releaseStore } from "./stores/releases.ts";
import { rememberSessions } from "./stores/rememberSessions.ts";
import { runStore } from "./stores/runs.ts";
import { seriesDirectory } from "./stores/seriesDirectory.ts";
import { settingsStore } from "./stores/settings.ts";
import { signalStore } from "./stores/signals.ts";
import { userStore } from "./stores/users.ts";

/** How long a session is believed without asking the ledger again. */
const SESSIONS_MS = 10_000;

export interface BaseOptions {
  /** Where the engines in the process keep everything; locked while open, also when both are servers. */
  dataDir: string;
  /** `postgres://…`; null or absent: PostgreSQL in the process, in `<dataDir>/ledger`. */
  databaseUrl?: string | null;
  /** `http://…`; null or absent: ClickHouse in the process, in `<dataDir>/clickhouse`. */
  clickhouseUrl?: string | null;
  clickhouseCluster?: string | null;
  /** How an indicator's series is laid out: what figures alone do not say. */
  heads: Heads;
  /** The shipped packs; the ledger's catalogue follows them. */
  catalogue: Catalogue;
  now: () => Date;
  /** Hears of what went wrong beside any query: a connection that the server dropped. */
  onWarning?: (message: string) => void;
}

export interface OpenedBase {
  base: Base;
  /** What an earlier process left unfinished and this start put right, in sentences to log and show. */
  notices: string[];
}

/**
 * Opens everything that rests: the lock, figures, ledger; brings both to the newest schema and the catalogue to the
 * shipped packs; undoes interrupted loads. What was opened is closed again when a later step fails.
 * Throws AppError("already-running" | "store-unavailable") with one sentence.
 */
export async function openBase(options: BaseOptions): Promise<OpenedBase> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    const lock = lockDataDir(options.dataDir, options.now());
    closers.push(() => lock.release());
    const clickhouse = await openClickhouse(clickhousePlace(options));
    closers.push(() => clickhouse.close());
    const ledger = await openLedger({
      dataDir: options.dataDir,
      ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
      ...(options.onWarning && { onWarning: options.onWarning }),
    });
    closers.push(() => ledger.close());
    await migrateClickhouse(clickhouse);
    await syncCatalogue(ledger.db, options.catalogue);

    const nowMs = (): number => options.now().getTime();
    const directory = await seriesDirectory(ledger.db);
    const base: Base = {
      directory,
      observations: observationStore(clickhouse, directory, options.heads),
      forecasts: forecastStore(clickhouse, nowMs),
      signals: signalStore(clickhouse, nowMs),
      analyses: analysisStore(clickhouse, nowMs),
      loads: loadStore(ledger.db),
      alerts: alertStore(ledger.db),
      bounds: boundsStore(ledger.db),
      runs: runStore(ledger.db),
      audit: auditStore(ledger.db),
      users: rememberSessions(userStore(ledger.db), SESSIONS_MS),
      releases: releaseStore(ledger.db),
      settings: settingsStore(ledger.db),
      close,
    };
    const notices = await recover(base, ledger.db, options.now());
    return { base, notices };
  } catch (error) {
    await close();
    throw error;
  }
}

function clickhousePlace(options: BaseOptions): ClickhouseOptions {
  const cluster = options.clickhouseCluster ? { cluster: options.clickhouseCluster } : {};
  return options.clickhouseUrl
    ? { url: options.clickhouseUrl, ...cluster }
    : { dataDir: join(options.dataDir, "clickhouse"), ...cluster };
}
