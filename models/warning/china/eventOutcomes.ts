/** Months in which an event began: it held, and the month before it did not. */
export const eventOnsets = (states: readonly (boolean | null)[]): number[] =>
  states.flatMap((s, t) => (s === true && states[t - 1] === false ? [t] : []));

/**
 * Does the event begin within the window after a month? y(t) = an onset in (t, t + window].
 * null while the event is on or not known, and where month t + window has not come: an onset seen early does not settle it, or only
 * months that end badly would be settled early.
 */
export function eventOutcomes(states: readonly (boolean | null)[], window: number): (boolean | null)[] {
  const onsets = eventOnsets(states);
  return states.map((s, t) =>
    s !== false || t + window >= states.length ? null : onsets.some((o) => o > t && o <= t + window),
  );
}
