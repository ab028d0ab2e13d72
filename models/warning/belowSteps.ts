import type { Words } from "../indicators/indicator.ts";
import { stepEvidence } from "./conditions.ts";
import type { WarningRule } from "./contract.ts";
import { isUndecided, readingOf } from "./reading.ts";
import { type Steps, severityOf } from "./severityOf.ts";

/**
 * The decision of a rule that watches one percent figure fall: the newest reading against steps that go down.
 *   x(T) < watch, warning, critical  →  that severity, leaning cold
 * `what` names the figure in the evidence. Undecided when the figure is missing or stale.
 */
export function belowSteps(indicator: string, what: Words): WarningRule<Steps>["evaluate"] {
  return (inputs, options, context) => {
    const found = readingOf(inputs, indicator, context);
    if (isUndecided(found)) return found;
    return {
      kind: "decided",
      ...severityOf(found.value, "below", options),
      direction: "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: {},
      evidence: stepEvidence(what, found.value, "below", options, "percent", found.period),
    };
  };
}
