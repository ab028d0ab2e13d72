import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { heads, INDICATORS } from "../../models/indicators/registry.ts";
import { initialBounds, type SeriesHistory } from "../../models/monitor/initialBounds.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { GapReason, Status, StoredObservation, VintageBasis } from "../../models/series/observation.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";

const FIGURES = join(import.meta.dirname, "../../seed/figures");
const KNOWN = new Set<string>(INDICATORS.map((i) => i.id));

/** The seed's figures in memory, all vintages, read straight from its tables: for suites that need no base. */
export function seedHistories(): Map<string, SeriesHistory> {
  const found = new Map<string, { head: SeriesHistory["head"]; history: StoredObservation[] }>();
  const tables = readdirSync(FIGURES, { recursive: true, encoding: "utf8" }).filter((f) =>
    f.endsWith(".csv"),
  );
  for (const table of tables.sort()) {
    for (const line of readFileSync(join(FIGURES, table), "utf8").trim().split("\n").slice(1)) {
      const [
        indicator = "",
        region = "",
        period = "",
        value = "",
        status = "",
        reason = "",
        vintage = "",
        basis = "",
      ] = line.split(",");
      if (!KNOWN.has(indicator)) continue;
      const key = inputKey(indicator, region);
      const series = found.get(key) ?? { head: { ...heads(indicator), region }, history: [] };
      found.set(key, series);
      series.history.push({
        indicator,
        region,
        period,
        value: value === "" ? null : Number(value),
        status: status as Status,
        reason: reason === "" ? null : (reason as GapReason),
        vintage,
        vintageBasis: basis as VintageBasis,
        load: 1,
        loadedAt: "2025-07-15T00:00:00.000Z",
      });
    }
  }
  return found;
}

/** The seed as rules read it; no forecast and no demoted model unless a test brings one. */
export function seedKnowledge(
  through: string,
  forecast: Knowledge["forecast"] = () => null,
  lostEdge: Knowledge["lostEdge"] = () => null,
): Knowledge {
  const series = seedHistories();
  const bounds = PRESETS.flatMap((preset) => initialBounds(preset, series, 2012, through));
  return { series, bounds, forecast, lostEdge };
}
