import type { RowBatch } from "../rowBatch.ts";
import { orderRows } from "./orderRows.ts";

/** The rows of one part of a load, by slot (series); within a slot by last day, first day, vintage, line. */
export interface Gathered {
  offsets: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  vintage: Int32Array;
  value: Float64Array;
  status: Uint8Array;
  reason: Uint8Array;
  basis: Uint8Array;
  /** Line of the document. */
  line: Uint32Array;
  /** Place of the nth row in order: `order[offsets[slot]]` is the first of a slot. */
  order: Uint32Array;
}

/**
 * Collects the rows whose series have a slot from all batches, then orders each slot. `slotOf` maps series to slots,
 * -1 for those of another part; `rowsOf` says how many rows each slot has in all batches together; `lineBase` is
 * added to the lines of a batch.
 */
export function gather(
  batches: readonly RowBatch[],
  lineBase: readonly number[],
  slotOf: Int32Array,
  rowsOf: Uint32Array,
): Gathered {
  const slots = rowsOf.length;
  const offsets = new Uint32Array(slots + 1);
  for (let slot = 0; slot < slots; slot++) offsets[slot + 1] = offsets[slot]! + rowsOf[slot]!;
  const total = offsets[slots]!;
  const next = offsets.slice(0, slots);
  const into: Gathered = {
    offsets,
    start: new Int32Array(total),
    end: new Int32Array(total),
    vintage: new Int32Array(total),
    value: new Float64Array(total),
    status: new Uint8Array(total),
    reason: new Uint8Array(total),
    basis: new Uint8Array(total),
    line: new Uint32Array(total),
    order: Uint32Array.from({ length: 0 }),
  };
  batches.forEach((batch, b) => {
    const base = lineBase[b]!;
    for (let i = 0; i < batch.rows; i++) {
      const slot = slotOf[batch.series[i]!]!;
      if (slot < 0) continue;
      const at = next[slot]!++;
      into.start[at] = batch.start[i]!;
      into.end[at] = batch.end[i]!;
      into.vintage[at] = batch.vintage[i]!;
      into.value[at] = batch.value[i]!;
      into.status[at] = batch.status[i]!;
      into.reason[at] = batch.reason[i]!;
      into.basis[at] = batch.basis[i]!;
      into.line[at] = base + batch.line[i]!;
    }
  });
  into.order = orderRows(into, total);
  return into;
}
