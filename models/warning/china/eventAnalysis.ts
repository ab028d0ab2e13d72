import type { EventResult } from "./riskResult.ts";
import type { ScoreRecord, SignalsRecord } from "./scoreRecord.ts";

/** An event with what was known of its own record month by month. Probabilities are in percent. */
export interface EventAnalysis extends EventResult {
  /** Share of calm months that were followed by an event, as known by month: above it a probability counts as a signal; percent. */
  cutoffs: readonly (number | null)[];
  /** Whether the joined probability was proven, as judged each April on the months before. */
  provenThen: readonly boolean[];
  /** Of the joined probability; signals are months above the cut-off of the time. */
  record: ScoreRecord & SignalsRecord;
  /** By month, as known then: what the rule compares with its bound, the newest figure of the reference, and each candidate's number. */
  measure: readonly (number | null)[];
  figures: readonly (number | null)[];
  candidateValues: readonly (readonly (number | null)[])[];
  seed: number;
}
