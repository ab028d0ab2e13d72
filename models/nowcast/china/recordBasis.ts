import type { Readings } from "../../readings/readings.ts";
import type { NowcastRecordResult } from "./nowcastResult.ts";

/** How the days of the figures told in a year are known: records and documents, publication rules, or both. */
export function basisOf(
  readings: Readings,
  indicators: readonly string[],
  year: number,
): NowcastRecordResult["basis"] {
  const rules = new Set<boolean>();
  for (const id of indicators)
    for (const o of readings.history(id))
      if (o.vintage.startsWith(`${year}-`)) rules.add(o.vintageBasis === "publication-rule");
  if (rules.size === 2) return "mixed";
  return rules.has(true) ? "publication-rule" : "vintages";
}
