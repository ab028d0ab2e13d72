import { readFileSync } from "node:fs";
import { join } from "node:path";
import { indicatorById } from "../../indicators/registry.ts";
import type { Observation } from "../../series/observation.ts";
import { type Series, seriesOf } from "../../series/series.ts";

/** A series of the shipped figures, the newest vintage of each period. For tests. */
export function shippedSeries(table: string, indicator: string): Series {
  const { frequency, basis, unit } = indicatorById(indicator)!;
  const path = join(import.meta.dirname, "../../../seed/figures", `${table}.csv`);
  const newest = new Map<string, Observation>();
  for (const line of readFileSync(path, "utf8").trim().split("\n")) {
    const [id, region, period, value, status, , vintage, basisOfVintage] = line.split(",");
    if (id !== indicator || region !== "CHN" || value === "") continue;
    const held = newest.get(period!);
    if (held && held.vintage > vintage!) continue;
    newest.set(period!, {
      indicator,
      region,
      period: period!,
      value: Number(value),
      status: status as Observation["status"],
      reason: null,
      vintage: vintage!,
      vintageBasis: basisOfVintage as Observation["vintageBasis"],
    });
  }
  return seriesOf({ indicator, region: "CHN", frequency, basis, unit }, [...newest.values()]);
}
