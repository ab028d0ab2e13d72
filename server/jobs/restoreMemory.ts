import type { AlertStore, SignalStore } from "../../db/stores/contract.ts";
import { addDays, type IsoDate } from "../../models/series/date.ts";
import { keyOf, type WarningMemory } from "./evaluateWarnings.ts";

/** Rules speak at least once a month; what was said longer ago than this is no longer the last word. */
const DAYS_BACK = 400;
/** Closed alerts looked through: more than decades of them. */
const MOST = 100_000;

/**
 * What the evaluations up to a day left behind, read back from the base: live alerts, the last word of every
 * rule on every subject, and the newest closed alert of those that did not fall silent since (a person may have
 * closed it while the cause goes on).
 */
export async function restoreMemory(
  base: { alerts: AlertStore; signals: SignalStore },
  day: IsoDate,
): Promise<WarningMemory & { lastDay: IsoDate | null }> {
  const lastDay = await base.signals.lastDay(day);
  const [live, signals] = await Promise.all([
    base.alerts.live(),
    // Back from what was judged last: a replay that was killed years before `day` goes on from there.
    lastDay === null ? [] : base.signals.list({ from: addDays(lastDay, -DAYS_BACK), to: lastDay }),
  ]);
  const alerts: WarningMemory["alerts"] = new Map(live.map((a) => [keyOf(a), a]));
  const said: WarningMemory["said"] = new Map();
  for (const s of signals.toSorted((a, b) => a.asOf.localeCompare(b.asOf))) {
    const last =
      s.severity === "undecided" ? "undecided" : s.severity === "none" ? ("silent" as const) : "fired";
    said.set(keyOf(s), last);
  }
  // Only a person's closing outlives the alert: the same cause must not call again.
  const rules = new Set(
    [...said]
      .filter(([key, last]) => last !== "silent" && !alerts.has(key))
      .map(([key]) => key.split(" ")[0]!),
  );
  if (rules.size > 0) {
    const { items } = await base.alerts.list({
      rules: [...rules],
      states: ["closed"],
      limit: MOST,
      offset: 0,
    });
    for (const closed of items.toSorted((a, b) => a.id - b.id)) {
      if (!live.some((a) => keyOf(a) === keyOf(closed))) alerts.set(keyOf(closed), closed);
    }
  }
  return { alerts, said, lastDay };
}
