import { isProven } from "./scoreRecord.ts";

const APRIL = 3;

/**
 * Was a probability proven, as known in each month? Judged anew each April on the months s ≤ t − window, and standing for a year;
 * false before the first judgement.
 */
export function provenPath(
  values: readonly (number | null)[],
  outcomes: readonly (boolean | null)[],
  firstSlot: number,
  window: number,
  seed: number,
): boolean[] {
  let proven = false;
  return values.map((_, t) => {
    if ((firstSlot + t) % 12 === APRIL && t >= window)
      proven = isProven(values.slice(0, t - window + 1), outcomes.slice(0, t - window + 1), seed);
    return proven;
  });
}
