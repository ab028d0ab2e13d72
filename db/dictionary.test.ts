import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "./ledger/schema.ts";

/** Columns described per table, in order, as the data dictionary has them. */
function described(): Map<string, string[]> {
  const text = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
  const sections = text.split(/^### `(\w+)`$/m).slice(1);
  const found = new Map<string, string[]>();
  for (let i = 0; i < sections.length; i += 2) {
    const rows = [
      ...sections[i + 1]!.split(/^# /m)[0]!.matchAll(/^\| `(\w+)`\s*\| [^|\s][^|]*\| [^|\s][^|]*\|$/gm),
    ];
    found.set(
      sections[i]!,
      rows.map((row) => row[1]!),
    );
  }
  return found;
}

/** Tables and columns that the numbered migrations of ClickHouse make, in order. */
function clickhouseTables(): Map<string, string[]> {
  const folder = join(import.meta.dirname, "clickhouse/migrations");
  const tables = new Map<string, string[]>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".sql"))
    .sort()) {
    const sql = readFileSync(join(folder, file), "utf8");
    for (const [, name, body] of sql.matchAll(/CREATE TABLE IF NOT EXISTS (\w+) \(\n(.*?)\n\)/gs)) {
      tables.set(
        name!,
        [...body!.matchAll(/^ {2}(\w+) /gm)].map((m) => m[1]!),
      );
    }
    for (const [, table, column] of sql.matchAll(
      /ALTER TABLE (\w+)\s+ADD COLUMN (?:IF NOT EXISTS )?(\w+)/g,
    )) {
      tables.get(table!)?.push(column!);
    }
  }
  return tables;
}

const ledgerTables = new Map(
  Object.values(schema).map((table) => {
    const { name, columns } = getTableConfig(table as PgTable);
    return [name, columns.map((c) => c.name)] as const;
  }),
);

describe("the data dictionary", () => {
  const dictionary = described();
  const sorted = (names: Iterable<string>): string[] => [...names].sort();

  it("describes every table of both engines and no other", () => {
    expect(clickhouseTables().size).toBeGreaterThan(3);
    expect(sorted(dictionary.keys())).toEqual(sorted([...clickhouseTables().keys(), ...ledgerTables.keys()]));
  });

  it.each([...clickhouseTables(), ...ledgerTables])("describes every column of %s", (table, columns) => {
    expect(sorted(dictionary.get(table) ?? [])).toEqual(sorted(columns));
  });
});
