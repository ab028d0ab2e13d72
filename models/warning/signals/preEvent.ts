import { AppError } from "../../errors.ts";

/**
 * The periods in which a signal would have been in time: the `window` periods before each onset, the onset itself not.
 * `after` > 0 leaves that many periods from each onset on out of the reckoning (null): once the event is there, a warning is
 * neither right nor wrong.
 */
export function preEvent(
  n: number,
  onsets: readonly number[],
  window: number,
  after = 0,
): (boolean | null)[] {
  if (!(window >= 1))
    throw new AppError("invalid-input", `a window of ${window} periods; at least 1 is needed`);
  const outside = onsets.find((o) => !(o >= 0 && o < n));
  if (outside !== undefined)
    throw new AppError("invalid-input", `an event at period ${outside} of a series of ${n}`);
  const events: (boolean | null)[] = Array.from({ length: n }, () => false);
  for (const onset of onsets) events.fill(null, onset, Math.min(n, onset + after));
  for (const onset of onsets)
    for (let t = Math.max(0, onset - window); t < onset; t++) if (events[t] !== null) events[t] = true;
  return events;
}

/** Starts of runs of true: the onsets of an event told period by period. */
export const onsetsOf = (events: readonly boolean[]): number[] =>
  events.flatMap((e, t) => (e && !(events[t - 1] ?? false) ? [t] : []));
