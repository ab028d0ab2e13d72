import type { AlertState } from "./alert.ts";

type AlertRole = "leader" | "analyst" | "modeler" | "steward" | "administrator";

/** Where a person may take an alert from each state. A closed alert opens again only by a new signal or by reopening. */
const MOVES: Readonly<Record<AlertState, readonly AlertState[]>> = {
  open: ["acknowledged", "in-work", "silenced", "closed"],
  acknowledged: ["in-work", "silenced", "closed"],
  "in-work": ["acknowledged", "silenced", "closed"],
  silenced: ["open", "closed"],
  closed: ["open"],
};

/** Modelers comment and stewards deliver; following alerts up is for those who answer for them. */
const MAY: Readonly<Record<AlertRole, boolean>> = {
  leader: true,
  analyst: true,
  administrator: true,
  modeler: false,
  steward: false,
};

/** Whether a person of this role may take an alert from one state to another. */
export function mayMove(from: AlertState, to: AlertState, role: AlertRole): boolean {
  return MAY[role] && MOVES[from].includes(to);
}
