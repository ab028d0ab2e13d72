import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { AppError } from "../../models/errors.ts";
import type { LedgerDb } from "./ledger.ts";

const FOLDER = "db/ledger/migrations";

/** The committed migrations, found from the source tree or from a bundle somewhere below it. */
export function migrationsFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, FOLDER);
    if (existsSync(join(candidate, "meta/_journal.json"))) return candidate;
    if (dirname(folder) === folder) {
      throw new AppError(
        "store-unavailable",
        `no ${FOLDER} beside or above ${from}; the installation is incomplete`,
      );
    }
  }
}

/**
 * Brings the ledger to the newest schema, forward only, all of it in one transaction; repeating it does nothing.
 * Two servers starting together wait for each other. A ledger written by a newer version is refused, not guessed at.
 * Returns how many migrations were applied.
 */
export async function migrate(db: LedgerDb): Promise<number> {
  const shipped = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('guanlan.ledger.migrate'))`);
    await tx.execute(sql`
      create table if not exists ledger_migrations (
        hash text primary key,
        created_at bigint not null unique,
        applied_at timestamptz not null default now()
      )`);
    const done = new Set(
      await tx.execute<{ hash: string }>(sql`select hash from ledger_migrations`).then(hashesOf),
    );
    const unknown = [...done].filter((hash) => !shipped.some((m) => m.hash === hash));
    if (unknown.length > 0) {
      throw new AppError(
        "store-unavailable",
        `the ledger holds ${unknown.length} migration(s) this version does not know; start the version that wrote it, or a newer one`,
      );
    }
    const pending = shipped.filter((m) => !done.has(m.hash));
    for (const migration of pending) {
      for (const statement of migration.sql) await tx.execute(sql.raw(statement));
      await tx.execute(
        sql`insert into ledger_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
      );
    }
    return pending.length;
  });
}

/** Both engines answer `execute` with `{ rows }`; drizzle's common type does not say so. */
function hashesOf(result: unknown): string[] {
  return (result as { rows: { hash: string }[] }).rows.map((row) => row.hash);
}
