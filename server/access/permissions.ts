import type { Role } from "../../db/stores/contract.ts";

/** `anyone`: also before signing in. `signed-in`: every role. */
export type Who = "anyone" | "signed-in" | readonly Role[];

const EDITORS: readonly Role[] = ["leader", "analyst", "administrator"];
const STEWARDS: readonly Role[] = ["steward", "administrator"];
const READERS_OF_SOURCES: readonly Role[] = ["analyst", "steward", "administrator"];
const READERS_OF_RUNS: readonly Role[] = ["analyst", "modeler", "steward", "administrator"];
const MODELLERS: readonly Role[] = ["modeler", "administrator"];

/**
 * Who may call what: the one table. A procedure or route that is not listed is refused to everyone.
 * What a role sees inside a procedure (a leader only gated models, everyone only his grades) is the procedure's own.
 */
export const PERMISSIONS: Readonly<Record<string, Who>> = {
  "auth.me": "anyone",
  "auth.signIn": "anyone",
  "auth.signOut": "anyone",
  "auth.changePassword": "signed-in",
  "cockpit.summary": "signed-in",
  "cockpit.outlook": "signed-in",
  "cycle.view": "signed-in",
  "series.view": "signed-in",
  "series.vintages": "signed-in",
  "series.compare": "signed-in",
  "series.sparks": "signed-in",
  "series.derived": "signed-in",
  "seasonal.view": "signed-in",
  "seasonal.trial": ["analyst", "modeler", "administrator"],
  "search.indicators": "signed-in",
  "alerts.list": "signed-in",
  "alerts.get": "signed-in",
  "alerts.people": "signed-in",
  "alerts.transition": EDITORS,
  "alerts.comment": ["leader", "analyst", "modeler", "administrator"],
  "alerts.assign": EDITORS,
  "nowcast.view": "signed-in",
  "nowcast.record": "signed-in",
  "forecast.fans": "signed-in",
  "forecast.models": "signed-in",
  "risk.heat": "signed-in",
  "risk.overview": "signed-in",
  "risk.event": "signed-in",
  "models.list": ["leader", "analyst", "modeler", "administrator"],
  "models.get": ["analyst", "modeler", "administrator"],
  "models.run": MODELLERS,
  "models.cancel": MODELLERS,
  "jobs.now": "signed-in",
  "jobs.list": READERS_OF_RUNS,
  "jobs.get": READERS_OF_RUNS,
  "jobs.cancel": ["modeler", "steward", "administrator"],
  "sources.overview": READERS_OF_SOURCES,
  "sources.load": READERS_OF_SOURCES,
  "http.events": "signed-in",
  "http.export": "signed-in",
  "http.ingest": STEWARDS,
};

/** Whether a role (null: nobody has signed in) may call a procedure or route. */
export function allowed(path: string, role: Role | null): boolean {
  const who = Object.hasOwn(PERMISSIONS, path) ? PERMISSIONS[path] : undefined;
  if (who === undefined) return false;
  if (who === "anyone") return true;
  if (role === null) return false;
  return who === "signed-in" || who.includes(role);
}

/** Whether anybody at all may call it: a path that is not listed is not a path. */
export function listed(path: string): boolean {
  return Object.hasOwn(PERMISSIONS, path);
}
