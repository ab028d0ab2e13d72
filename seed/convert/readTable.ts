import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

export type Row = Readonly<Record<string, string>>;

/** Reads a table as rows of text under its own column names. */
export function readTable(folder: string, name: string): Row[] {
  return parse(readFileSync(join(folder, `${name}.csv`), "utf8"), { columns: true, skip_empty_lines: true });
}
