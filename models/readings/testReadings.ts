import { readFileSync } from "node:fs";
import { join } from "node:path";
import { heads } from "../indicators/registry.ts";
import type { StoredObservation } from "../series/observation.ts";
import type { ReadSeries } from "./readings.ts";

/** Series of the shipped figures with all their vintages, as an analysis is handed them. For tests. */
export function shippedReadings(table: string, indicators: readonly string[]): ReadSeries[] {
  const path = join(import.meta.dirname, "../../seed/figures", `${table}.csv`);
  const rows = readFileSync(path, "utf8").trim().split("\n").slice(1);
  return indicators.map((indicator) => ({
    head: { ...heads(indicator), region: "CHN" },
    history: rows.flatMap((line): StoredObservation[] => {
      const [id, region, period, value, status, reason, vintage, basis] = line.split(",");
      if (id !== indicator || region !== "CHN") return [];
      return [
        {
          indicator,
          region,
          period: period!,
          value: value === "" ? null : Number(value),
          status: status as StoredObservation["status"],
          reason: reason === "" ? null : (reason as StoredObservation["reason"]),
          vintage: vintage!,
          vintageBasis: basis as StoredObservation["vintageBasis"],
          load: 1,
          loadedAt: "2025-07-15T00:00:00.000Z",
        },
      ];
    }),
  }));
}
