import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { AppError } from "../../models/errors.ts";
import type { Ledger } from "./ledger.ts";
import * as schema from "./schema.ts";

/**
 * PostgreSQL in this process, kept in a folder. It takes no lock of its own and two openers lose data:
 * whoever calls this holds the lock on the data folder. It runs on the event loop: queries stay small.
 */
export async function openPglite(folder: string): Promise<Ledger> {
  try {
    if (!isWhole(folder)) await make(folder);
    const engine = await PGlite.create(folder);
    await engine.exec("set time zone 'UTC'");
    return { db: drizzle(engine, { schema }), engine: "pglite", close: () => engine.close() };
  } catch (cause) {
    throw new AppError(
      "store-unavailable",
      `the ledger in ${folder} could not be opened: ${sentence(cause)}`,
      {
        cause,
      },
    );
  }
}

const isWhole = (folder: string): boolean => existsSync(join(folder, "PG_VERSION"));

/** Makes the files aside and moves them into place when they are whole: a kill in the middle leaves no half ledger. */
async function make(folder: string): Promise<void> {
  const aside = `${folder}.making`;
  rmSync(aside, { recursive: true, force: true });
  // Password hashes rest here: for the owner's eyes only.
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const engine = await PGlite.create(aside);
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
}

const sentence = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
