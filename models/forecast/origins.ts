import { asOf } from "../series/asOf.ts";
import type { IsoDate } from "../series/date.ts";
import type { StoredObservation, VintageBasis } from "../series/observation.ts";
import { type Period, periodOfSlot, slotOf } from "../series/period.ts";
import { type Series, seriesOf, sliceSeries } from "../series/series.ts";
import type { BacktestRequest } from "./backtestContract.ts";

export interface Origin {
  period: Period;
  day: IsoDate;
  /** The series as known on that day, ending with the origin. */
  known: Series;
  /** How we know that day. */
  basis: VintageBasis;
}

/**
 * Origins of a rolling back-test, oldest first: every period from `firstOrigin` on with a figure, on the day it
 * became known, with nothing but what was known that day. A period whose successor was already known that day is
 * no origin (both came out together: the later one is).
 */
export function originsOf(request: BacktestRequest): Origin[] {
  const { head, history, firstOrigin, step = 1, actualsAsOf } = request;
  const first = firstPublished(history, request);
  const from = slotOf(firstOrigin, head.frequency);
  const all = [...first.entries()].filter(([slot]) => slot >= from).sort((a, b) => a[0] - b[0]);
  const origins = all.flatMap(([slot, { period, vintage, vintageBasis }]): Origin[] => {
    const day = request.calendar ? request.calendar(period) : vintage;
    if (day === null || day > actualsAsOf) return [];
    const series = seriesOf(head, asOf(history, day));
    const last = series.values.findLastIndex((v) => v !== null);
    if (last < 0 || series.firstSlot + last !== slot) return [];
    return [{ period, day, known: sliceSeries(series, 0, last + 1), basis: vintageBasis }];
  });
  return origins.filter((_, i) => (origins.length - 1 - i) % step === 0);
}

/** The first published number of each slot. */
function firstPublished(
  history: readonly StoredObservation[],
  { head }: BacktestRequest,
): Map<number, StoredObservation> {
  const first = new Map<number, StoredObservation>();
  for (const o of history) {
    if (o.value === null) continue;
    const slot = slotOf(o.period, head.frequency);
    const held = first.get(slot);
    if (!held || o.vintage < held.vintage) first.set(slot, o);
  }
  return first;
}

/** The period `horizon` slots after the origin, in the plain form of its frequency and basis. */
export function targetOf(request: BacktestRequest, origin: Period, horizon: number): Period {
  const { frequency, basis } = request.head;
  return periodOfSlot(slotOf(origin, frequency) + horizon, frequency, basis);
}
