import type { Base } from "../../db/stores/contract.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { heads } from "../../models/indicators/registry.ts";
import { initialBounds, type SeriesHistory } from "../../models/monitor/initialBounds.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { IsoDate } from "../../models/series/date.ts";

/** Lights are judged from this year on; earlier years have too short a history behind them. */
export const FIRST_YEAR = 2012;

/**
 * Adds the light bounds that are due by a day and not yet in the base: each January's re-estimation from what
 * was known then, and policy bands on the day of the year's goal. Rows already there are never touched: they may
 * have been approved by a person, and the past was judged by them. Returns how many were added, and what was read.
 */
export async function ensureBounds(
  base: Pick<Base, "bounds" | "observations">,
  asOf: IsoDate,
  signal?: AbortSignal,
): Promise<{ added: number; read: readonly SeriesHistory[] }> {
  const have = new Set((await base.bounds.all()).map(keyOf));
  const members = [...new Set(PRESETS.flatMap((p) => p.members.map((m) => m.indicator)))];
  const keys = members.map((indicator) => ({ indicator, region: NATION }));
  const histories = await base.observations.history(keys, signal ? { signal } : {});
  const known: ReadonlyMap<string, SeriesHistory> = new Map(
    members.map((indicator, i) => [
      indicator,
      { head: { ...heads(indicator), region: NATION }, history: histories[i] ?? [] },
    ]),
  );
  const due = PRESETS.flatMap((preset) => initialBounds(preset, known, FIRST_YEAR, asOf));
  const missing = due.filter((row) => !have.has(keyOf(row)));
  if (missing.length > 0) await base.bounds.save(missing);
  return { added: missing.length, read: [...known.values()] };
}

function keyOf(row: { preset: string; indicator: string; validFrom: IsoDate }): string {
  return `${row.preset} ${row.indicator} ${row.validFrom}`;
}
