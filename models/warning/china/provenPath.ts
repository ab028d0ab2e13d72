import { isProven } from "./scoreRecord.ts";

const APRIL = 3;

/**
 * Was a probability proven, as known in each month? Judged anew each April on the months whose outcome was settled by then
 * (s ≤ t − window), and standing for a year; false before the first judgement.
 */
export function provenPath(
  values: readonly (number | null)[],
  outcomes: readonly (boolean | null)[],
  firstSlot: number,
  window: number,
): boolean[] {
  let proven = false;
  return values.map((_, t) => {
    if ((firstSlot + t) % 12 === APRIL) {
      const settled = outcomes.slice(0, t + 1).map((o, u) => (u + window <= t ? o : null));
      proven = isProven([values.slice(0, t + 1)], [settled]);
    }
    return proven;
  });
}
