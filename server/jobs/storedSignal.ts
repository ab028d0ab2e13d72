import type { StoredSignal } from "../../db/stores/contract.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { Judgement } from "../../models/warning/judge.ts";

/** A signal in the form it rests in: numbers as columns, details and evidence (or why undecided) as JSON. */
export function toStoredSignal(judged: Judgement, asOf: IsoDate): StoredSignal {
  const { rule, subject, signal } = judged;
  if (!signal) throw new RangeError(`${rule.id} failed on ${subject.indicator}: there is no signal to keep`);
  const head = { rule: rule.id, ruleVersion: rule.version, asOf, subject };
  if (signal.kind === "undecided") {
    return {
      ...head,
      severity: "undecided",
      direction: "none",
      period: "",
      value: null,
      threshold: null,
      detail: JSON.stringify({ reason: signal.reason, detail: signal.detail }),
    };
  }
  const { severity, direction, period, value, threshold, details, evidence } = signal;
  return {
    ...head,
    severity,
    direction,
    period,
    value,
    threshold,
    detail: JSON.stringify({ details, evidence }),
  };
}
