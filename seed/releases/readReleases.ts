import { parse } from "csv-parse/sync";
import type { ReleaseRecord } from "../../db/stores/contract.ts";

/** Where the release records lie, as the transport knows them. */
export const RELEASE_DOCUMENTS = [
  "releases/output.csv",
  "releases/prices.csv",
  "releases/money.csv",
] as const;

const numberOf = (text: string): number | null => (text === "" ? null : Number(text));

/** Reads a document of release records: what was said on a day, what had been expected, what was said before. */
export function readReleases(text: string): ReleaseRecord[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true });
  return rows.map((row) => ({
    indicator: row.indicator!,
    region: row.region!,
    period: row.period!,
    releaseDate: row.released!,
    basis: "release-record",
    actual: numberOf(row.actual!),
    consensus: numberOf(row.consensus!),
    previous: numberOf(row.previous!),
    load: null,
  }));
}
