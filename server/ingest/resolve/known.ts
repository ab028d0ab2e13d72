import { reasonCode, statusCode } from "../../../db/clickhouse/encodeObservations.ts";
import { parseIsoDate } from "../../../models/series/date.ts";
import type { StoredObservation } from "../../../models/series/observation.ts";
import { spanOf } from "../../../models/series/period.ts";

/**
 * What the base holds of the series of one part of a load, every vintage of it, as columns ordered by
 * slot, last day, first day, vintage, time of loading. `offsets[slot]` is where a slot begins.
 */
export interface Known {
  offsets: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  vintage: Int32Array;
  value: Float64Array;
  status: Uint8Array;
  reason: Uint8Array;
}

/** Nothing known of any of `slots` series. */
export const nothingKnown = (slots: number): Known => knownOf(Array.from({ length: slots }, () => []));

/** Histories as the store hands them out, one per slot, as columns. */
export function knownOf(histories: readonly (readonly StoredObservation[])[]): Known {
  const rows = histories.reduce((sum, h) => sum + h.length, 0);
  const known: Known = {
    offsets: new Uint32Array(histories.length + 1),
    start: new Int32Array(rows),
    end: new Int32Array(rows),
    vintage: new Int32Array(rows),
    value: new Float64Array(rows),
    status: new Uint8Array(rows),
    reason: new Uint8Array(rows),
  };
  let at = 0;
  histories.forEach((history, slot) => {
    known.offsets[slot] = at;
    const ordered = history
      .map((o) => ({ o, span: spanOf(o.period) }))
      .sort(
        (a, b) =>
          a.span.end - b.span.end ||
          a.span.start - b.span.start ||
          compare(a.o.vintage, b.o.vintage) ||
          compare(a.o.loadedAt, b.o.loadedAt),
      );
    for (const { o, span } of ordered) {
      known.start[at] = span.start;
      known.end[at] = span.end;
      known.vintage[at] = parseIsoDate(o.vintage)!;
      known.value[at] = o.value ?? 0;
      known.status[at] = statusCode(o.status);
      known.reason[at] = reasonCode(o.reason);
      at++;
    }
  });
  known.offsets[histories.length] = at;
  return known;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
