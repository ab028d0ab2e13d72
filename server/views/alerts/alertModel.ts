import type { AlertRecord } from "../../../db/stores/contract.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { EVENT_RULES } from "../../../models/warning/china/eventRules.ts";
import { eventProbability } from "../../../models/warning/rules/eventProbability.ts";
import { modelRisk } from "../../../models/warning/rules/modelRisk.ts";
import type { AlertDetail } from "../../routers/views.ts";

/**
 * Which risk model an alert speaks from: one event's, the composite (event null), or none; and as of which day to look at it: the
 * day shown while the alert is followed, the day it fired once it is closed, for what came later is hindsight.
 */
export function alertModel(
  alert: Pick<AlertRecord, "rule" | "subject" | "state" | "openedAsOf">,
  shown: IsoDate,
): AlertDetail["model"] {
  const asOf = alert.state === "closed" ? alert.openedAsOf : shown;
  if (alert.rule === modelRisk.id) return { event: null, asOf };
  if (alert.rule !== eventProbability.id) return null;
  const event = EVENT_RULES.find((r) => r.indicator === alert.subject.indicator);
  return event ? { event: event.id, asOf } : null;
}
