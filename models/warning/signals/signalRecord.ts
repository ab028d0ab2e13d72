import { onsetsOf } from "./preEvent.ts";

export interface SignalRecord {
  /** Events announced by at least one signal in the window before them. */
  caught: number;
  events: number;
  /** Mean periods from the first signal in the window to the event; null where none was caught. */
  lead: number | null;
  /** Share of window periods with a signal over share of calm periods with one: above 1 signals persist before events. */
  persistence: number | null;
  /** Runs of signals with no event within the window after their start, per year. */
  falseAlarmsPerYear: number;
}

/**
 * What a signal was good for, event by event: how many it announced, how early, and how often it cried wolf.
 * `window` in periods, as in `preEvent`.
 */
export function signalRecord(
  signals: readonly (boolean | null)[],
  onsets: readonly number[],
  window: number,
  periodsPerYear: number,
): SignalRecord {
  const leads = onsets.flatMap((onset) => {
    for (let t = Math.max(0, onset - window); t < onset; t++) if (signals[t] === true) return [onset - t];
    return [];
  });
  const near = (t: number) => onsets.some((o) => o > t && o - t <= window);
  const running = (t: number) => onsets.some((o) => t >= o && t - o <= window);
  const starts = onsetsOf(signals.map((s) => s === true));
  const alarms = starts.filter((t) => !near(t) && !running(t)).length;
  const share = (of: (t: number) => boolean): number | null => {
    const periods = signals.flatMap((s, t) => (s !== null && of(t) ? [s] : []));
    return periods.length === 0 ? null : periods.filter(Boolean).length / periods.length;
  };
  const [before, calm] = [share(near), share((t) => !near(t))];
  const years = signals.filter((s) => s !== null).length / periodsPerYear;
  return {
    caught: leads.length,
    events: onsets.length,
    lead: leads.length === 0 ? null : leads.reduce((s, v) => s + v, 0) / leads.length,
    persistence: before === null || calm === null || calm === 0 ? null : before / calm,
    falseAlarmsPerYear: years === 0 ? 0 : alarms / years,
  };
}
