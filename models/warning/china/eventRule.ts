import type { Series } from "../../series/series.ts";

/** An event told by a plain rule on one published monthly series, from figures up to the month alone. */
export interface EventRule {
  id: string;
  title: { zh: string; en: string };
  definition: { zh: string; en: string };
  /** The published indicator the rule reads. */
  indicator: string;
  /** What the rule compares with its bound, from the known figures up to the month, oldest first; null where too little is known. */
  measure(known: readonly number[]): number | null;
  /** The event holds while the measure lies on this side of the bound. */
  side: "below" | "above";
  bound: number;
}

/** Does the event hold? null where too little is known. */
export function eventHolds(rule: EventRule, known: readonly number[]): boolean | null {
  const measure = rule.measure(known);
  if (measure === null) return null;
  return rule.side === "below" ? measure < rule.bound : measure > rule.bound;
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
      state = eventHolds(rule, known);
    }
    return state;
  });
}
