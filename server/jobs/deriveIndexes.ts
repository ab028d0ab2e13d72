import { setImmediate } from "node:timers/promises";
import type { Base } from "../../db/stores/contract.ts";
import { AppError } from "../../models/errors.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { PRESETS } from "../../models/monitor/presets.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Period } from "../../models/series/period.ts";
import { type Knowledge, snapshotOf } from "../../models/warning/snapshot.ts";
import { ingest } from "../ingest/ingest.ts";
import { derivedConnector } from "./derivedConnector.ts";
import { REPLAY_FROM, replayDays } from "./replayHistory.ts";

const HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis";

/** Id of a preset's index as a series. */
export const indexSeries = (preset: string): string => `warning-index.${preset}`;

/**
 * Keeps the warning indexes as series of their own: what each preset said of every month as of every month-end
 * since 2012 and as of the day, a month computed anew only where it differs from the last time. Goes on after
 * the last day kept. Returns the figures appended.
 */
export async function deriveIndexes(options: {
  base: Base;
  knowledge: () => Promise<Knowledge>;
  asOf: IsoDate;
  now: () => Date;
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}): Promise<number> {
  const { base, asOf, now, signal } = options;
  const keys = PRESETS.map((p) => ({ indicator: indexSeries(p.id), region: NATION }));
  const kept = await base.observations.history(keys, { signal });
  const last = kept
    .flat()
    .map((o) => o.vintage)
    .sort()
    .at(-1);
  // The newest day is computed again: a load of the same day may have moved it.
  const days = replayDays(REPLAY_FROM, asOf).filter((d) => last === undefined || d >= last);
  const knowledge = await options.knowledge();
  const values = kept.map(
    (history) =>
      new Map<Period, number | null>(
        history.toSorted((a, b) => a.vintage.localeCompare(b.vintage)).map((o) => [o.period, o.value]),
      ),
  );
  const lines: string[] = [];
  for (const [i, day] of days.entries()) {
    if (signal.aborted) throw new AppError("cancelled", `derived indexes were cancelled before ${day}`);
    const snapshot = snapshotOf(knowledge, day);
    for (const [p, preset] of PRESETS.entries()) {
      const path = snapshot.light(preset.id, "index");
      path?.periods.forEach((period, at) => {
        const value = path.values[at] ?? null;
        const before = values[p]!.get(period);
        if (value === null || path.carried[at] || before === value) return;
        const status = before === undefined ? "normal" : "revised";
        lines.push([indexSeries(preset.id), NATION, period, value, status, "", day, "document"].join(","));
        values[p]!.set(period, value);
      });
    }
    options.onProgress?.(i + 1, days.length);
    await setImmediate(); // a hundred days in one go would hold up every request
  }
  if (lines.length === 0) return 0;
  const bytes = new TextEncoder().encode(`${[HEADER, ...lines].join("\n")}\n`);
  const name = `warning-index ${asOf}.csv`;
  const receipt = await ingest({
    base,
    catalogue: { indicators: INDICATORS, regions: REGIONS },
    connector: derivedConnector,
    source: {
      document: {
        request: { connector: derivedConnector.id, path: name, vintage: null },
        name,
        mediaType: "text/csv",
        bytes,
        fetchedAt: now().toISOString(),
      },
    },
    actor: "system",
    now,
    signal,
  });
  if (receipt.state !== "committed")
    throw new AppError("store-unavailable", `the derived indexes were not kept: ${receipt.message}`);
  return receipt.accepted;
}
