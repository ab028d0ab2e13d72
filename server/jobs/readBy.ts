import type { ReadVintage } from "../../db/stores/contract.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { knownUntil, vintagesRead } from "../analyses/inputs.ts";

/** What a run read of series as a day knew them: by indicator, regions together, the newest vintage and how many figures. */
export function readBy(series: Iterable<ReadSeries>, day: IsoDate): ReadVintage[] {
  const byIndicator = new Map<string, ReadVintage>();
  for (const read of vintagesRead(knownUntil([...series], day))) {
    const { indicator, vintage, observations } = read;
    const before = byIndicator.get(indicator);
    const newest = [before?.vintage ?? null, vintage].filter((v) => v !== null).sort();
    byIndicator.set(indicator, {
      indicator,
      vintage: newest.at(-1) ?? null,
      observations: (before?.observations ?? 0) + observations,
    });
  }
  return [...byIndicator.values()];
}
