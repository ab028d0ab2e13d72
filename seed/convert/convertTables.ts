import type { IsoDate } from "../../models/series/date.ts";
import { type Row, readTable } from "./readTable.ts";
import { type ReleaseRecord, releaseRecords } from "./releaseRecords.ts";
import { combinedFigures, tableFigures } from "./tableFigures.ts";
import { TABLES } from "./tables.ts";
import { provinceVintages, type TidyRow, withVintages } from "./vintages.ts";

export const RECORD_TABLES = ["releases-output", "releases-prices", "releases-money"] as const;

export interface Converted {
  /** Rows by the table they came from. */
  documents: ReadonlyMap<string, readonly TidyRow[]>;
  records: ReadonlyMap<string, readonly ReleaseRecord[]>;
}

/** Turns a folder of official tables and release records into tidy rows with vintages. */
export function convertTables(folder: string, seenOn: IsoDate): Converted {
  const records = new Map(
    RECORD_TABLES.map((name) => [name as string, releaseRecords(readTable(folder, name))]),
  );
  const all = [...records.values()].flat();
  const rowsOf = new Map<string, Row[]>(TABLES.map((t) => [t.name, readTable(folder, t.name)]));
  const documents = new Map<string, readonly TidyRow[]>();
  const provinces = new Map<string, ReturnType<typeof tableFigures>>();
  for (const table of TABLES) {
    const rows = rowsOf.get(table.name)!;
    const figures = tableFigures(table, rows);
    if (table.rows === "province-years") {
      provinces.set(table.name, figures);
      continue;
    }
    const mine = all.filter((r) => r.table === table.name);
    // A record speaks for January–February where there is one; the running total only where there is none.
    const spoken = new Set([...figures, ...mine].map((f) => `${f.indicator} ${f.period}`));
    const combined = combinedFigures(table, rows).filter((f) => !spoken.has(`${f.indicator} ${f.period}`));
    const dated = withVintages([...figures, ...combined], mine, seenOn);
    const apart = Object.entries(table.apart ?? {});
    const elsewhere = new Set<string>(apart.flatMap(([, ids]) => ids));
    documents.set(
      table.name,
      dated.filter((r) => !elsewhere.has(r.indicator)),
    );
    for (const [name, ids] of apart) {
      const theirs = new Set<string>(ids);
      documents.set(
        name,
        dated.filter((r) => theirs.has(r.indicator)),
      );
    }
  }
  documents.set(
    "province-gdp",
    provinceVintages(provinces.get("province-gdp-long")!, provinces.get("province-gdp")!),
  );
  return { documents, records };
}
