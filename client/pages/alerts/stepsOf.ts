import type { AlertDetail } from "../../../server/routers/views.ts";

export type StepId = "opened" | "acknowledged" | "in-work" | "closed";

export interface Step {
  id: StepId;
  state: "done" | "now" | "ahead";
  /** When and by whom, from the record; null where the step was skipped or lies ahead. */
  at: string | null;
  actor: string | null;
}

const ORDER: readonly StepId[] = ["opened", "acknowledged", "in-work", "closed"];
/** How far a state has come. Silence pauses a case, it does not move it: what the record says decides. */
const REACHED: Record<AlertDetail["state"], number | null> = {
  open: 0,
  acknowledged: 1,
  "in-work": 2,
  closed: 3,
  silenced: null,
};

/** The course of a case, from its record: opened → acknowledged → in work → closed. A reopening starts it anew. */
export function stepsOf(alert: Pick<AlertDetail, "state" | "events" | "replayed">): Step[] {
  const reopened = alert.events.findLastIndex((e) => e.kind === "reopened");
  const events = alert.events.filter((e, i) => i >= reopened || e.kind === "opened");
  const found = ORDER.map((id) =>
    events.findLast((e) => e.kind === id || (id === "closed" && e.kind === "un-fired")),
  );
  const reached = REACHED[alert.state] ?? Math.max(0, ...found.map((e, i) => (e && i < 3 ? i : 0)));
  return ORDER.map((id, i) => {
    const event = found[i];
    const shown = event !== undefined && i <= reached;
    return {
      id,
      state: i < reached ? "done" : i === reached ? (id === "closed" ? "done" : "now") : "ahead",
      at: shown ? whenOf(event, alert) : null,
      actor: shown ? event.actor : null,
    };
  });
}

type Event = AlertDetail["events"][number];

/** When something happened: to the minute for what people did; the business day for what a replay of history raised. */
export function whenOf(
  event: Pick<Event, "at" | "asOf" | "actor">,
  alert: Pick<AlertDetail, "replayed">,
): string {
  return alert.replayed && event.actor === SYSTEM ? event.asOf : event.at;
}

export const SYSTEM = "system";
