import type { StoredObservation } from "../series/observation.ts";

/**
 * Whether a history holds a figure, new in the sense of `isNew`, about a period that had been spoken of before
 * with another number or another status: a revision or a withdrawal.
 */
export function spokenOfAgain(
  history: readonly StoredObservation[],
  isNew: (observation: StoredObservation) => boolean,
): boolean {
  const fresh = history.filter(isNew);
  return fresh.some((o) =>
    history.some((p) => p.period === o.period && !isNew(p) && p.vintage <= o.vintage && p.value !== o.value),
  );
}
