import type { Words } from "../indicators/indicator.ts";
import { stepEvidence } from "./conditions.ts";
import type { RuleContext, RuleInputs, Signal } from "./contract.ts";
import { isUndecided, readingOf } from "./reading.ts";
import { type Steps, severityOf } from "./severityOf.ts";
import { trailingRun } from "./trailingRun.ts";

export interface PersistenceOptions {
  /** The bound that the figure stays under. */
  below: number;
  /** Whole months in a row: watch from this many on, and so forth. */
  months: { watch: number; warning: number; critical: number };
}

/**
 * How many months in a row an indicator has stayed under a bound.
 *   n(T) = max{ n : x(T−i) < below, i = 0 … n−1 };  a step of n months is crossed with the nth month
 */
export function persistenceSignal(
  indicator: string,
  what: Words,
  inputs: RuleInputs,
  options: PersistenceOptions,
  context: RuleContext,
): Signal {
  const found = readingOf(inputs, indicator, context);
  if (isUndecided(found)) return found;
  const { count, since } = trailingRun(found.series, found.index, (x) => x < options.below - 1e-9);
  // Steps are crossed by being reached: the third month counts, so the comparison is with the month before.
  const steps: Steps = {
    watch: options.months.watch - 1,
    warning: options.months.warning - 1,
    critical: options.months.critical - 1,
  };
  return {
    kind: "decided",
    severity: severityOf(count, "above", steps).severity,
    threshold: options.below,
    direction: "cold",
    subject: context.subject,
    period: found.period,
    value: found.value,
    details: { count, since: since ?? found.period },
    evidence: [
      ...stepEvidence(what, found.value, "below", { watch: options.below }, found.series.unit, found.period),
      ...(["watch", "warning", "critical"] as const).map((severity) => ({
        condition: {
          zh: `连续低于界限的月数 ≥ ${options.months[severity]}`,
          en: `months in a row below the bound ≥ ${options.months[severity]}`,
        },
        value: count,
        threshold: options.months[severity],
        unit: "count",
        met: count >= options.months[severity],
        period: found.period,
      })),
    ],
  };
}
