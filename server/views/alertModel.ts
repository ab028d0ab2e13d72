import { EVENT_RULES } from "../../models/warning/china/eventRules.ts";
import type { Subject } from "../../models/warning/contract.ts";
import { eventProbability } from "../../models/warning/rules/eventProbability.ts";
import { modelRisk } from "../../models/warning/rules/modelRisk.ts";
import type { AlertDetail } from "../routers/views.ts";

/** Which risk model an alert speaks from: one event's, the composite (event null), or none. */
export function alertModel(rule: string, subject: Subject): AlertDetail["model"] {
  if (rule === modelRisk.id) return { event: null };
  if (rule !== eventProbability.id) return null;
  const event = EVENT_RULES.find((r) => r.indicator === subject.indicator);
  return event ? { event: event.id } : null;
}
