import type { Series } from "../../series/series.ts";

/** An event told by a plain rule on one published monthly series, from figures up to the month alone. */
export interface EventRule {
  id: string;
  title: { zh: string; en: string };
  definition: { zh: string; en: string };
  /** The published indicator the rule reads. */
  indicator: string;
  /** From the known figures up to the month, oldest first: does the event hold? null where too little is known. */
  holds(known: readonly number[]): boolean | null;
}

/**
 * The rule month by month along the series' slots: E(t) = holds({ x(s) : s ≤ t, x(s) known }).
 * A month without a figure keeps the state of the month before. Nothing after t enters E(t).
 */
export function eventStates(rule: EventRule, series: Series): (boolean | null)[] {
  const known: number[] = [];
  let state: boolean | null = null;
  return series.values.map((v) => {
    if (v !== null) {
      known.push(v);
      state = rule.holds(known);
    }
    return state;
  });
}
