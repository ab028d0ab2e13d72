import type { AlertStore, SignalStore } from "../../db/stores/contract.ts";
import { addDays, type IsoDate } from "../../models/series/date.ts";
import { keyOf, type WarningMemory } from "./evaluateWarnings.ts";

/** Rules speak at least once a month; what was said longer ago than this is no longer the last word. */
const DAYS_BACK = 400;
/** Above every alert's number. */
const NEWEST = 2_147_483_647;

/**
 * What the evaluations up to a day left behind, read back from the base: live alerts, the last word of every
 * rule on every subject, and the newest closed alert of those that fired when they last spoke (a person may
 * have closed it while the cause goes on).
 */
export async function restoreMemory(
  base: { alerts: AlertStore; signals: SignalStore },
  day: IsoDate,
): Promise<WarningMemory & { lastDay: IsoDate | null }> {
  const [live, signals] = await Promise.all([
    base.alerts.live(),
    base.signals.list({ from: addDays(day, -DAYS_BACK), to: day }),
  ]);
  const alerts: WarningMemory["alerts"] = new Map(live.map((a) => [keyOf(a), a]));
  const said: WarningMemory["said"] = new Map();
  let lastDay: IsoDate | null = null;
  for (const s of signals.toSorted((a, b) => a.asOf.localeCompare(b.asOf))) {
    const last =
      s.severity === "undecided" ? "undecided" : s.severity === "none" ? ("silent" as const) : "fired";
    said.set(keyOf(s), last);
    lastDay = s.asOf;
  }
  for (const [key, last] of said) {
    if (last === "silent" || alerts.has(key)) continue;
    const [rule = "", indicator = "", region = ""] = key.split(" ");
    const closed = await base.alerts.precedents(rule, { indicator, region }, NEWEST);
    const newest = closed.reduce<(typeof closed)[number] | null>((a, b) => (a && a.id > b.id ? a : b), null);
    if (newest) alerts.set(key, newest);
  }
  return { alerts, said, lastDay };
}
