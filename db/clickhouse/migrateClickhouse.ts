import { readdir, readFile } from "node:fs/promises";
import { AppError } from "../../models/errors.ts";
import { clusterName, migrationStatements } from "./clusterSql.ts";
import { encodeBlock } from "./nativeBlocks.ts";
import type { Clickhouse } from "./openClickhouse.ts";

const FOLDER = new URL("./migrations/", import.meta.url);

/**
 * Brings the tables to the newest migration: every file of `migrations/` that the base does not list yet, in
 * the order of their numbers. The engine has no transactions for this, so each statement may be repeated
 * (IF NOT EXISTS) and a file is listed only after its last one: a kill in between repeats the file. Returns the
 * files run. Throws AppError("store-unavailable") when the base lists a file that this version does not have.
 */
export async function migrateClickhouse(clickhouse: Clickhouse, folder: URL = FOLDER): Promise<string[]> {
  const { cluster } = clickhouse;
  const on = cluster === null ? "" : ` ON CLUSTER ${clusterName(cluster)}`;
  await clickhouse.run(
    `CREATE TABLE IF NOT EXISTS migrations${on} (name String, run_at DateTime DEFAULT now()) ENGINE = ${
      cluster === null ? "" : "Replicated"
    }MergeTree ORDER BY name`,
  );
  const done = new Set((await clickhouse.read("SELECT DISTINCT name FROM migrations")).texts("name"));
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const unknown = [...done].filter((name) => !files.includes(name));
  if (unknown.length > 0)
    throw new AppError(
      "store-unavailable",
      `the base was written by a newer version: it has ${unknown.join(", ")}; this version ends with ${files.at(-1)}`,
    );
  const fresh = files.filter((name) => !done.has(name));
  for (const name of fresh) {
    const text = await readFile(new URL(name, folder), "utf8");
    for (const statement of migrationStatements(text, cluster)) await clickhouse.run(statement);
    await clickhouse.insert("migrations", ["name"], { bytes: encodeBlock([["name", "String", [name]]]) });
  }
  return fresh;
}
