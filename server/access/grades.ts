import type { Role } from "../../db/stores/contract.ts";
import { GRADES, type Grade } from "../../models/indicators/indicator.ts";

const UP_TO: Readonly<Record<Role, Grade>> = {
  leader: "important",
  administrator: "important",
  analyst: "sensitive",
  modeler: "sensitive",
  steward: "internal",
};

/** The grades a new account of a role may read: everything up to the role's highest. */
export function gradesOf(role: Role): Grade[] {
  return GRADES.slice(0, GRADES.indexOf(UP_TO[role]) + 1);
}
