import type { AlertChange, AlertEvent, AlertRecord } from "../../db/stores/contract.ts";
import type { EventBus } from "../events.ts";

/** What is news: a new reading at the same severity and remarks in the log are not. */
const NEWS: ReadonlySet<AlertEvent["kind"]> = new Set([
  "opened",
  "worsened",
  "eased",
  "closed",
  "reopened",
  "un-fired",
]);

/** Tells every open browser of the alerts that moved. */
export function announce(
  events: EventBus,
  touched: readonly { change: AlertChange; alert: AlertRecord }[],
): void {
  for (const { change, alert } of touched) {
    const event = change.kind === "open" ? "opened" : change.event;
    if (!NEWS.has(event)) continue;
    events.publish({
      kind: "alert",
      rule: alert.rule,
      indicator: alert.subject.indicator,
      region: alert.subject.region,
      alert: alert.id,
      event,
      title: { zh: alert.titleZh, en: alert.titleEn },
      severity: alert.severity,
    });
  }
}
