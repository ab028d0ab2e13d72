import type { IsoDate } from "./date.ts";
import type { Observation, StoredObservation } from "./observation.ts";

/**
 * What was known on a day: per period the newest vintage up to it, of two loads of one vintage the later,
 * missing ones included: a withdrawn figure stays withdrawn. The same rule as the store's SQL
 * (`ORDER BY period, vintage DESC, loaded_at DESC LIMIT 1 BY period`), for histories already in memory.
 * `history` holds one series.
 */
export function asOf(history: readonly StoredObservation[], date: IsoDate): Observation[] {
  const newest = new Map<string, StoredObservation>();
  for (const o of history) {
    if (o.vintage > date) continue;
    const held = newest.get(o.period);
    if (!held || o.vintage > held.vintage || (o.vintage === held.vintage && o.loadedAt >= held.loadedAt)) {
      newest.set(o.period, o);
    }
  }
  return [...newest.values()];
}
