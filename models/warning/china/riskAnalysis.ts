import type { RiskResult } from "./riskResult.ts";
import type { ScoreRecord } from "./scoreRecord.ts";

/** The composite with its own record; probabilities are in percent. */
export interface RiskAnalysis extends RiskResult {
  /** By month, judged each April on the months before: was the composite proven, and which level parted the past best? */
  provenThen: readonly boolean[];
  cutoffs: readonly (number | null)[];
  /** Did one of the events counted in a month begin within the window? null where open. */
  outcomes: readonly (boolean | null)[];
  record: ScoreRecord & {
    brier: number | null;
    /** Of always telling the frequency of the whole record, which nobody knew. */
    brierOfFrequency: number | null;
    /** Settled months. */
    months: number;
  };
  seed: number;
}
