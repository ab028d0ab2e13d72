import type { IsoDate } from "../series/date.ts";
import type { Direction, Evidence, Severity } from "./contract.ts";

/** open → acknowledged → in work → closed; silenced for a while and back. Only people move between the first three. */
export const ALERT_STATES = ["open", "acknowledged", "in-work", "closed", "silenced"] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** A signal people follow until it clears: one story about one rule and one subject. */
export interface AlertRecord {
  id: number;
  rule: string;
  ruleVersion: string;
  subject: { indicator: string; region: string };
  severity: Severity;
  direction: Direction;
  state: AlertState;
  /** Business day (as of) on which it opened; and closed or was un-fired. */
  openedAsOf: IsoDate;
  closedAsOf: IsoDate | null;
  /** Why it closed: a person, the cause cleared with a new period, or a revision removed the cause. */
  closedBecause: "person" | "cleared" | "revised" | null;
  /** The latest reading: what the signal said when it was last heard. */
  period: string;
  value: number;
  threshold: number | null;
  titleZh: string;
  titleEn: string;
  evidence: readonly Evidence[];
  assignee: string | null;
  silencedUntil: IsoDate | null;
  /** Raised while replaying history for the seed. */
  replayed: boolean;
}

/** `continued`: a new reading that changes neither state nor severity; kept in the log, announced to nobody. */
export const ALERT_EVENT_KINDS = [
  "opened",
  "worsened",
  "eased",
  "continued",
  "acknowledged",
  "assigned",
  "commented",
  "in-work",
  "closed",
  "silenced",
  "reopened",
  "un-fired",
] as const;

export interface AlertEvent {
  id: number;
  alert: number;
  at: string;
  asOf: IsoDate;
  actor: string;
  kind: (typeof ALERT_EVENT_KINDS)[number];
  text: string;
}

export type AlertChange =
  | {
      kind: "open";
      alert: Omit<
        AlertRecord,
        "id" | "state" | "closedAsOf" | "closedBecause" | "assignee" | "silencedUntil"
      >;
      at: string;
      text: string;
    }
  | {
      kind: "update";
      id: number;
      event: AlertEvent["kind"];
      asOf: IsoDate;
      at: string;
      actor: string;
      text: string;
      set: Partial<
        Pick<
          AlertRecord,
          | "state"
          | "severity"
          | "period"
          | "value"
          | "threshold"
          | "evidence"
          | "titleZh"
          | "titleEn"
          | "assignee"
          | "silencedUntil"
          | "closedAsOf"
          | "closedBecause"
        >
      >;
    };
