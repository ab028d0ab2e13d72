import { eventAsOf, eventResult } from "../../models/analyses/event.ts";
import { riskAsOf, riskResult } from "../../models/analyses/risk.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { eventBook } from "../../models/warning/china/eventBook.ts";
import { monthToldBy } from "../../models/warning/china/knownMonths.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import type { Knowledge } from "../../models/warning/snapshot.ts";

/**
 * What the analyses of events and risk said on any day up to `until`: made once on the newest figures and cut back, which
 * `riskAnalyses.test.ts` shows to be what they said then.
 */
export function seedAnalyses(
  series: Knowledge["series"],
  until: string,
  seed = 1,
): NonNullable<Knowledge["analysis"]> {
  const book = eventBook((id) => series.get(inputKey(id, NATION))?.history ?? [], until, seed);
  const events = new Map(book.rules.map((r, e) => [r.id, eventResult(book, e, until, seed)]));
  const risk = riskResult(book, until, seed);
  return (id, subject, day) => {
    const month = monthToldBy(day);
    if (!risk.months.includes(month)) return null;
    if (id === "risk") return riskAsOf(risk, month);
    const event = events.get(subject);
    return id === "event" && event ? eventAsOf(event, month) : null;
  };
}
