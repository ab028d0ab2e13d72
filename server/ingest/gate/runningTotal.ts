import type { GateIndicator } from "../catalogue.ts";
import type { GateRule } from "./rule.ts";

/**
 * A running total never falls within a year: January to May is at least January to April as known on the
 * same day. Asked of totals of things that cannot be negative (the range starts at zero or above). Doubtful
 * rather than impossible: the base may have been revised without a note, so a person decides.
 */
export const runningTotal: GateRule = {
  id: "running-total",
  outcome: "quarantined",
  title: { zh: "累计值在年内下降", en: "Running total falls within the year" },
  words: {
    zh: "累计值 {found} 低于上一期累计值；应不低于：{needed}，请核实后确认",
    en: "running total {found} is below the one before it; needed is at least {needed}, to be confirmed by a person",
  },
};

/** Whether the rule is asked of an indicator. */
export const isRunningTotal = (indicator: GateIndicator): boolean =>
  indicator.basis === "year-to-date" && indicator.measure === "ytd" && indicator.min >= 0;

/** Whether `value` falls below the total before it in the year. */
export const falls = (value: number, before: number): boolean => value < before;
