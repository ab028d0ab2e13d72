import type { AlertsSearch } from "./search.ts";

export type InboxView = "mine" | "live" | "open" | "silenced" | "closed";

/** Which of the ready-made views the address shows; null for a selection of one's own. */
export function inboxView(search: Pick<AlertsSearch, "states" | "mine">): InboxView | null {
  const { states, mine } = search;
  if (mine) return states === undefined ? "mine" : null;
  if (states === undefined) return "live";
  const only = states.length === 1 ? states[0] : undefined;
  return only === "open" || only === "silenced" || only === "closed" ? only : null;
}
