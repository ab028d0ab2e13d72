import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation } from "../series/observation.ts";
import { slotOf } from "../series/period.ts";
import type { Actual, BacktestRequest } from "./backtestContract.ts";

/**
 * What the source said of every slot that has a figure at `actualsAsOf`, oldest first, each word once: the first
 * print, then what changed it. The last is the figure known at `actualsAsOf`. A slot whose figure had been taken
 * back by that day has none.
 */
export function actualsOf({
  head,
  history,
  actualsAsOf,
}: Pick<BacktestRequest, "head" | "history" | "actualsAsOf">): Map<number, Actual[]> {
  const said = new Map<string, StoredObservation[]>();
  for (const o of history) {
    if (o.vintage > actualsAsOf) continue;
    const list = said.get(o.period);
    if (list) list.push(o);
    else said.set(o.period, [o]);
  }
  const actuals = new Map<number, Actual[]>();
  for (const o of asOf(history, actualsAsOf))
    if (o.value !== null) actuals.set(slotOf(o.period, head.frequency), wordsOf(said.get(o.period)!));
  return actuals;
}

function wordsOf(observations: readonly StoredObservation[]): Actual[] {
  const sorted = observations.toSorted(
    (a, b) => a.vintage.localeCompare(b.vintage) || a.loadedAt.localeCompare(b.loadedAt),
  );
  // Of two loads of one vintage the later holds.
  const daily = sorted.filter((o, i) => sorted[i + 1]?.vintage !== o.vintage);
  return daily
    .filter((o, i) => o.value !== (i === 0 ? null : daily[i - 1]!.value))
    .map((o) => ({ day: o.vintage, value: o.value }));
}

/** The figure of a target as known on a day; null before its first print and while it was taken back. */
export function actualAsOf(actuals: readonly Actual[], day: IsoDate): number | null {
  return actuals.findLast((a) => a.day <= day)?.value ?? null;
}
