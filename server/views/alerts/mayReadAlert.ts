import type { AlertRecord, User } from "../../../db/stores/contract.ts";
import { event } from "../../../models/analyses/event.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { EVENT_RULES } from "../../../models/warning/china/eventRules.ts";
import { ruleById } from "../../../models/warning/registry.ts";
import { eventProbability } from "../../../models/warning/rules/eventProbability.ts";
import { maySee, maySeeAll } from "../catalogue.ts";

/**
 * May this user read an alert? It speaks of its subject and, in its sentence and its evidence, of everything it was judged from:
 * whoever may not read one of that is not told of the alert.
 */
export function mayReadAlert(user: User, alert: Pick<AlertRecord, "rule" | "subject">): boolean {
  const subject = indicatorById(alert.subject.indicator);
  return subject !== null && maySee(user, subject) && maySeeAll(user, readsOf(alert));
}

/** What an alert of a rule was judged from beside its subject. A rule of many subjects speaks of one at a time. */
function readsOf({ rule: id, subject }: Pick<AlertRecord, "rule" | "subject">): readonly string[] {
  const rule = ruleById(id);
  if (!rule) return [];
  if (rule.id === eventProbability.id) {
    const about = EVENT_RULES.find((r) => r.indicator === subject.indicator);
    return about ? event.reads(about.id) : rule.needs;
  }
  return rule.subjects.length === 1 ? rule.needs : [];
}
