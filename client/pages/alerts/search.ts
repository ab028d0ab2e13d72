import type { RuleKind, Severity } from "../../../models/warning/contract.ts";
import type { AlertSummary } from "../../../server/routers/views.ts";
import { compact, flagOf, intOf, listAmong, type RawSearch, textOf } from "../../api/searchParams.ts";

export type AlertState = AlertSummary["state"];
export type AlertSeverity = Exclude<Severity, "none">;

export const ALERT_STATES = ["open", "acknowledged", "in-work", "silenced", "closed"] as const;
/** What is not yet settled: the inbox. */
export const LIVE_STATES: readonly AlertState[] = ["open", "acknowledged", "in-work"];
export const SEVERITIES = ["critical", "warning", "watch"] as const;
export const RULE_KINDS = [
  "level",
  "persistence",
  "target",
  "light",
  "probability",
  "region-gap",
  "release",
  "quality",
] as const satisfies readonly RuleKind[];

export interface AlertsSearch {
  states?: AlertState[];
  severities?: AlertSeverity[];
  kinds?: RuleKind[];
  mine?: true;
  q?: string;
  /** The alert that is open on the right. */
  id?: number;
}

export function alertsSearch(raw: RawSearch): AlertsSearch {
  return compact({
    states: listAmong(raw.states, ALERT_STATES),
    severities: listAmong(raw.severities, SEVERITIES),
    kinds: listAmong(raw.kinds, RULE_KINDS),
    mine: flagOf(raw.mine),
    q: textOf(raw.q),
    id: intOf(raw.id),
  });
}
