import type { Words } from "../../../models/indicators/indicator.ts";
import type { EpochDay } from "../../../models/series/date.ts";
import type { GateCatalogue } from "../catalogue.ts";
import type { TidyColumn } from "../read/readHeader.ts";
import type { RowBatch } from "../rowBatch.ts";

/**
 * One rule of the gate. `words` is the sentence a steward reads, with {column}, {found} and {needed} filled
 * in; `found` and `needed` themselves are figures, codes and periods, the same in every language.
 */
export interface GateRule {
  id: string;
  /** Rejected: unreadable or impossible. Quarantined: readable, doubtful, waits for a person. */
  outcome: "rejected" | "quarantined";
  title: Words;
  words: Words;
}

/** A rule that a cell breaks while it is read. */
export interface ReadRule extends GateRule {
  stage: "read";
  outcome: "rejected";
  /** What could have stood there instead. */
  needed(found: string, context: GateContext, column: TidyColumn): string;
}

export interface GateContext {
  catalogue: GateCatalogue;
  /** The day of loading: nothing can have been said after it. */
  today: EpochDay;
}

/** Tells the gate that row `row` breaks the rule at hand; `needed` is asked only for rows that are kept. */
export type RefuseRow = (row: number, needed: () => string) => void;

/** A rule that judges one row by itself, over the columns of a block. Rows already refused are marked in `refused`. */
export interface RowRule extends GateRule {
  stage: "row";
  outcome: "rejected";
  column: TidyColumn;
  check(batch: RowBatch, context: GateContext, refused: Uint8Array, refuse: RefuseRow): void;
}
