import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { heads } from "../../../models/indicators/registry.ts";
import type { Observation } from "../../../models/series/observation.ts";
import { type Series, seriesOf } from "../../../models/series/series.ts";

const FIGURES = join(import.meta.dirname, "../../../seed/figures");

/** National series of the shipped tables: the newest vintage of each period, dated with the first. */
export function shippedSeries(tables: readonly string[], ids: readonly string[]): Record<string, Series> {
  const found = new Map<string, Map<string, Observation>>(ids.map((id) => [id, new Map()]));
  for (const table of tables) {
    const rows: Record<string, string>[] = parse(readFileSync(join(FIGURES, `${table}.csv`)), {
      columns: true,
    });
    for (const row of rows) {
      const held = found.get(row.indicator!);
      if (!held || row.region !== "CHN" || row.value === "") continue;
      const before = held.get(row.period!);
      const first = before && before.vintage < row.vintage! ? before.vintage : row.vintage!;
      held.set(row.period!, {
        indicator: row.indicator!,
        region: "CHN",
        period: row.period!,
        value: Number(row.value),
        status: "normal",
        reason: null,
        vintage: first,
        vintageBasis: "publication-rule",
      });
    }
  }
  return Object.fromEntries(
    [...found].map(([id, held]) => [id, seriesOf({ ...heads(id), region: "CHN" }, [...held.values()])]),
  );
}

export const GROWTH_TABLES = [
  "gdp-quarter",
  "gdp-ytd",
  "industry",
  "retail",
  "electricity",
  "trade",
  "pmi",
  "ppi",
  "fiscal",
];
