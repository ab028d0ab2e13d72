import type { ReadVintage, Run, RunState } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";

/** What waits or works now. */
export interface UnderWayRow {
  run: number;
  kind: string;
  title: Words;
  done: number;
  total: number;
  startedAt: string;
}

export interface JobsNow {
  running: UnderWayRow[];
  /** Whether this person may read of runs, and may end one. */
  mayRead: boolean;
  mayCancel: boolean;
}

/** A run with the names of what ran on what. */
export interface RunRow extends Omit<Run, "parent"> {
  parent: number | null;
  /** The model or analysis; null for parts of a refresh, which the page names by kind. */
  method: Words | null;
  /** The series or other subject; null where it was many. */
  subject: Words | null;
  /** null while it runs. */
  seconds: number | null;
}

export interface RunListView {
  /** Newest first. */
  runs: RunRow[];
  /** Number to go on from, older ones before it; null at the end. */
  next: number | null;
  /** Parts that have not succeeded since they failed, newest first. */
  failing: RunRow[];
  /** Parts whose figures did not allow them when last tried: nothing is broken. */
  refused: RunRow[];
}

export interface RunInput extends ReadVintage {
  name: Words;
  unit: string;
  source: Words;
}

export interface RunView {
  run: RunRow;
  /** What it read, by vintage; null for runs told by their parts. */
  inputs: RunInput[] | null;
  parameters: Readonly<Record<string, unknown>> | null;
  /** Its parts in the order they began. */
  parts: RunRow[];
  states: Partial<Record<RunState, number>>;
}
