import type { IsoDate } from "./date.ts";
import type { Frequency } from "./frequency.ts";
import type { GapReason, Observation, Status } from "./observation.ts";
import { type Basis, type Period, periodOfSlot, slotOf } from "./period.ts";

/**
 * One indicator for one region over consecutive slots of its frequency, as columns of equal length.
 * A slot without a number holds null and a reason. A slot may hold a longer period than its own
 * (January–February in February's slot; running totals): `periods` says which.
 */
export interface Series {
  readonly indicator: string;
  readonly region: string;
  readonly frequency: Frequency;
  readonly basis: Basis;
  readonly unit: string;
  /** The slot number of the first cell (`slotOf`). */
  readonly firstSlot: number;
  readonly periods: readonly Period[];
  readonly values: readonly (number | null)[];
  readonly status: readonly Status[];
  readonly reasons: readonly (GapReason | null)[];
  readonly vintages: readonly (IsoDate | null)[];
}

export interface SeriesHead {
  indicator: string;
  region: string;
  frequency: Frequency;
  basis: Basis;
  unit: string;
}

/**
 * Lays observations (one per period: an as-of reading) out on consecutive slots.
 * Slots nobody spoke of become gaps; January before a combined January–February is `combined-with-next`.
 * When two periods end in one slot (a month and its running total never do within one series), the shorter wins.
 */
export function seriesOf(head: SeriesHead, observations: readonly Observation[]): Series {
  const bySlot = new Map<number, Observation>();
  for (const o of observations) {
    const slot = slotOf(o.period, head.frequency);
    const before = bySlot.get(slot);
    if (!before || o.period.length < before.period.length) bySlot.set(slot, o);
  }
  const slots = [...bySlot.keys()].sort((a, b) => a - b);
  const first = slots[0] ?? 0;
  const length = slots.length === 0 ? 0 : slots.at(-1)! - first + 1;
  const cells = Array.from({ length }, (_, i) => cellOf(head, bySlot, first + i));
  return {
    ...head,
    firstSlot: first,
    periods: cells.map((c) => c.period),
    values: cells.map((c) => c.value),
    status: cells.map((c) => c.status),
    reasons: cells.map((c) => c.reason),
    vintages: cells.map((c) => c.vintage),
  };
}

interface Cell {
  period: Period;
  value: number | null;
  status: Status;
  reason: GapReason | null;
  vintage: IsoDate | null;
}

function cellOf(head: SeriesHead, bySlot: ReadonlyMap<number, Observation>, slot: number): Cell {
  const o = bySlot.get(slot);
  if (o) return { period: o.period, value: o.value, status: o.status, reason: o.reason, vintage: o.vintage };
  const period = periodOfSlot(slot, head.frequency, head.basis);
  return { period, value: null, status: "missing", reason: gapReason(head, bySlot, slot), vintage: null };
}

function gapReason(head: SeriesHead, bySlot: ReadonlyMap<number, Observation>, slot: number): GapReason {
  const following = bySlot.get(slot + 1);
  if (head.basis === "period" && following?.period.endsWith("/P2M")) return "combined-with-next";
  if (head.frequency === "D") return (slot + 3) % 7 >= 5 ? "non-business-day" : "no-announcement"; // Monday = 0
  return "not-published";
}

/** The period of the last cell that holds a number; null for a series without one. */
export function lastIndex(series: Series): number | null {
  for (let i = series.values.length - 1; i >= 0; i--) if (series.values[i] !== null) return i;
  return null;
}

/** Cells from index `from` (included) to `to` (excluded), as a series of its own. */
export function sliceSeries(series: Series, from: number, to: number = series.values.length): Series {
  const start = Math.max(0, from);
  return {
    ...series,
    firstSlot: series.firstSlot + start,
    periods: series.periods.slice(start, to),
    values: series.values.slice(start, to),
    status: series.status.slice(start, to),
    reasons: series.reasons.slice(start, to),
    vintages: series.vintages.slice(start, to),
  };
}
