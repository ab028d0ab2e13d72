import {
  encodeObservations,
  NO_REASON,
  type ObservationColumns,
  observationColumns,
} from "../../../db/clickhouse/encodeObservations.ts";
import { isoDate } from "../../../models/series/date.ts";
import { GAP_REASONS, STATUSES, VINTAGE_BASES } from "../../../models/series/observation.ts";
import { periodOfSpan } from "../../../models/series/period.ts";
import type { GateCatalogue } from "../catalogue.ts";
import { duplicate, sameFigure } from "../gate/duplicate.ts";
import { Refusals } from "../gate/refusals.ts";
import type { GateRule } from "../gate/rule.ts";
import type { RowBatch } from "../rowBatch.ts";
import { type Gathered, gather } from "./gather.ts";
import { judgesOf } from "./judgePart.ts";
import type { Known } from "./known.ts";

const MISSING = STATUSES.indexOf("missing");
const ROWS_PER_BLOCK = 200_000;

/** One part of a load: whole series, growth rates together with their levels. */
export interface Part {
  batches: readonly RowBatch[];
  /** Added to the lines of each batch. */
  lineBase: readonly number[];
  catalogue: GateCatalogue;
  /** Series of each slot, slots in the order of their ids; ids as the ledger numbers them. */
  seriesOf: Int32Array;
  seriesIds: Uint32Array;
  /** Rows of each slot in all batches together. */
  rowsOf: Uint32Array;
  known: Known;
}

export interface PartResult {
  accepted: number;
  unchanged: number;
  refusals: Refusals;
}

/**
 * Decides row by row what is new. A figure equal to what was known as of its vintage adds nothing; a
 * different one is a new vintage; an older vintage of a known period is history. New rows are handed to
 * `write` as encoded blocks, in the order of the table's key.
 */
export function resolvePart(part: Part, write: (block: Uint8Array) => void): PartResult {
  const { catalogue, known, seriesOf } = part;
  const slotOf = new Int32Array(catalogue.indicators.length * catalogue.regions.length).fill(-1);
  seriesOf.forEach((series, slot) => {
    slotOf[series] = slot;
  });
  const rows = gather(part.batches, part.lineBase, slotOf, part.rowsOf);
  const judges = judgesOf(catalogue, rows, known, seriesOf, slotOf);
  const out = new BlockWriter(rows, write);
  const result: PartResult = { accepted: 0, unchanged: 0, refusals: new Refusals() };
  for (let slot = 0; slot < seriesOf.length; slot++) {
    if (rows.offsets[slot] === rows.offsets[slot + 1]) continue;
    const refuse = (rule: GateRule, row: number, needed: string): void => {
      const observation = (): string => JSON.stringify(observationOf(rows, row, catalogue, seriesOf[slot]!));
      result.refusals.add(
        rule,
        { line: rows.line[row]!, column: "value" },
        () => (rows.status[row] === MISSING ? "missing" : String(rows.value[row])),
        () => needed,
        rule.outcome === "quarantined" ? observation : null,
      );
    };
    const judge = judges(slot);
    result.unchanged += walkSlot(rows, known, slot, refuse, (row) => {
      const doubt = judge?.(row) ?? null;
      if (doubt) {
        refuse(doubt.rule, row, doubt.needed);
        return false;
      }
      out.add(row, part.seriesIds[slot]!);
      result.accepted++;
      return true;
    });
  }
  out.end();
  return result;
}

/**
 * Walks one series by period and vintage beside what is known of it. `take` is handed each row that says
 * something new and answers whether it counts as said. Returns how many rows said nothing new.
 */
function walkSlot(
  rows: Gathered,
  known: Known,
  slot: number,
  refuse: (rule: GateRule, row: number, needed: string) => void,
  take: (row: number) => boolean,
): number {
  const { order, start, end, vintage } = rows;
  const to = rows.offsets[slot + 1]!;
  const knownTo = known.offsets[slot + 1]!;
  let k = known.offsets[slot]!;
  let unchanged = 0;
  // Who spoke last of the period at hand: a row of the document, or of what is known; -1 for nobody.
  let saidRow = -1;
  let saidKnown = -1;
  let before = -1;
  for (let n = rows.offsets[slot]!; n < to; ) {
    const row = order[n]!;
    if (before < 0 || start[row] !== start[before] || end[row] !== end[before]) {
      saidRow = -1;
      saidKnown = -1;
      while (k < knownTo && earlier(known, k, start[row]!, end[row]!)) k++;
    }
    before = row;
    while (
      k < knownTo &&
      known.end[k] === end[row] &&
      known.start[k] === start[row] &&
      known.vintage[k]! <= vintage[row]!
    ) {
      saidKnown = k++;
      saidRow = -1;
    }
    let next = n + 1;
    while (next < to && sameKey(rows, order[next]!, row)) next++;
    if (next > n + 1 && contradicts(rows, n, next)) {
      for (let m = n; m < next; m++) {
        const other = order[m === n ? n + 1 : n]!;
        refuse(duplicate, order[m]!, `${rows.line[other]}: ${rows.value[other]}`);
      }
    } else {
      unchanged += next - n - 1;
      const repeats =
        saidRow >= 0
          ? sameFigure(rows, saidRow, rows, row)
          : saidKnown >= 0 && sameFigure(known, saidKnown, rows, row);
      if (repeats) unchanged++;
      else if (take(row)) saidRow = row;
    }
    n = next;
  }
  return unchanged;
}

/** Whether what is known at `k` is about a period before this one in the order of the key. */
const earlier = (known: Known, k: number, start: number, end: number): boolean =>
  known.end[k]! < end || (known.end[k] === end && known.start[k]! < start);

const sameKey = (rows: Gathered, a: number, b: number): boolean =>
  rows.end[a] === rows.end[b] && rows.start[a] === rows.start[b] && rows.vintage[a] === rows.vintage[b];

function contradicts(rows: Gathered, from: number, to: number): boolean {
  const first = rows.order[from]!;
  for (let n = from + 1; n < to; n++) if (!sameFigure(rows, first, rows, rows.order[n]!)) return true;
  return false;
}

/** The observation a quarantined row would become. */
function observationOf(rows: Gathered, row: number, catalogue: GateCatalogue, series: number) {
  const regions = catalogue.regions.length;
  const indicator = catalogue.indicators[Math.floor(series / regions)]!;
  return {
    indicator: indicator.id,
    region: catalogue.regions[series % regions],
    period: periodOfSpan(rows.start[row]!, rows.end[row]!, indicator.basis),
    value: rows.status[row] === MISSING ? null : rows.value[row],
    status: STATUSES[rows.status[row]!],
    reason: rows.reason[row] === NO_REASON ? null : GAP_REASONS[rows.reason[row]!],
    vintage: isoDate(rows.vintage[row]!),
    vintageBasis: VINTAGE_BASES[rows.basis[row]!],
  };
}

/** Collects accepted rows and hands them on as encoded blocks. */
class BlockWriter {
  readonly #rows: Gathered;
  readonly #write: (block: Uint8Array) => void;
  readonly #columns: ObservationColumns;
  #filled = 0;

  constructor(rows: Gathered, write: (block: Uint8Array) => void) {
    this.#rows = rows;
    this.#write = write;
    this.#columns = observationColumns(Math.min(ROWS_PER_BLOCK, rows.order.length));
  }

  add(row: number, seriesId: number): void {
    const into = this.#columns;
    const at = this.#filled;
    into.seriesId[at] = seriesId;
    into.start[at] = this.#rows.start[row]!;
    into.end[at] = this.#rows.end[row]!;
    into.vintage[at] = this.#rows.vintage[row]!;
    into.value[at] = this.#rows.value[row]!;
    into.status[at] = this.#rows.status[row]!;
    into.reason[at] = this.#rows.reason[row]!;
    into.basis[at] = this.#rows.basis[row]!;
    this.#filled++;
    if (this.#filled === into.seriesId.length) this.end();
  }

  end(): void {
    if (this.#filled > 0) this.#write(encodeObservations(this.#columns, this.#filled));
    this.#filled = 0;
  }
}
