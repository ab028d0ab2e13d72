import type { Settings } from "./renderSettings.ts";

/**
 * What one reader's query may cost. Every read carries all of them; whoever needs more says how much.
 * A page asks for some thousand figures; the largest export within reach is 2 million.
 */
export interface Limits {
  seconds: number;
  memoryBytes: number;
  resultRows: number;
  readRows: number;
}

export const READER_LIMITS: Limits = {
  seconds: 20,
  memoryBytes: 2_000_000_000,
  resultRows: 2_000_000,
  readRows: 500_000_000,
};

/** Limits as settings of the engine; `readonly` also keeps a read from ever writing. */
export function limitSettings(limits: Limits): Settings {
  return {
    max_execution_time: limits.seconds,
    max_memory_usage: String(limits.memoryBytes),
    max_result_rows: String(limits.resultRows),
    max_rows_to_read: String(limits.readRows),
    result_overflow_mode: "throw",
    readonly: "1",
  };
}
