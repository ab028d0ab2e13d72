import type { StoredObservation } from "../series/observation.ts";
import type { Revision } from "./contract.ts";

/** Every change of a published number in one series' history, by the day of the new number. */
export function revisionsOf(history: readonly StoredObservation[]): Revision[] {
  const ordered = history.toSorted(
    (a, b) => a.vintage.localeCompare(b.vintage) || a.loadedAt.localeCompare(b.loadedAt),
  );
  const known = new Map<string, number>();
  const found: Revision[] = [];
  for (const { period, value, vintage } of ordered) {
    if (value === null) continue;
    const before = known.get(period);
    if (before !== undefined && before !== value) found.push({ period, before, after: value, vintage });
    known.set(period, value);
  }
  return found;
}
