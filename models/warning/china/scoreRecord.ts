import { auroc } from "../signals/auroc.ts";
import { rotationP } from "../signals/rotationP.ts";
import { signalRecord } from "../signals/signalRecord.ts";

/** What a monthly score was worth before the events, on months whose outcome is known. */
export interface ScoreRecord {
  auroc: number | null;
  aurocLower: number | null;
  aurocUpper: number | null;
  /** Odds that a score which knows nothing orders the months as well. */
  permutationP: number | null;
}

const LEVEL = 90;
const DRAWS = 199;
const BLOCK = 12;

type Scores = readonly (number | null)[];
type Outcomes = readonly (boolean | null)[];

/** Area under the ROC curve with its block-bootstrap interval of 90 percent and its permutation p; nulls where both kinds of month are not there. */
export function scoreRecord(scores: Scores, outcomes: Outcomes, seed: number): ScoreRecord {
  if (!bothKinds(scores, outcomes))
    return { auroc: null, aurocLower: null, aurocUpper: null, permutationP: null };
  const found = auroc(scores, outcomes, { level: LEVEL, draws: DRAWS, blockLength: BLOCK, seed });
  return {
    auroc: found.auroc,
    aurocLower: found.low,
    aurocUpper: found.high,
    permutationP: rotationP([scores], [outcomes]),
  };
}

/**
 * Better than knowing nothing: of months before an event and calm ones, of all series together, more pairs in order than not, and a
 * score without knowledge would do as well at most one time in ten.
 */
export function isProven(scores: readonly Scores[], outcomes: readonly Outcomes[]): boolean {
  const [all, happened] = [scores.flat(), outcomes.flat()];
  if (!bothKinds(all, happened)) return false;
  const area = auroc(all, happened, { level: LEVEL, draws: 0, blockLength: BLOCK, seed: 0 }).auroc;
  return area > 0.5 && rotationP(scores, outcomes) <= 0.1;
}

export interface SignalsRecord {
  /** Onsets announced in the window before them, of those before which anything was said. */
  caught: number;
  onsets: number;
  /** Months from the first signal in the window to the onset. */
  lead: number | null;
  falseAlarmsPerYear: number | null;
}

/** Event by event: while an event is on, and where the outcome is open, a signal is neither right nor wrong. */
export function signalsRecord(
  signals: readonly (boolean | null)[],
  outcomes: Outcomes,
  onsets: readonly number[],
  window: number,
): SignalsRecord {
  const judged = signals.map((s, t) => ((outcomes[t] ?? null) === null ? null : s));
  const heard = onsets.filter((o) => judged.slice(Math.max(0, o - window), o).some((s) => s !== null));
  const record = signalRecord(judged, heard, window, 12);
  return {
    caught: record.caught,
    onsets: heard.length,
    lead: record.lead,
    falseAlarmsPerYear: judged.some((s) => s !== null) ? record.falseAlarmsPerYear : null,
  };
}

/** Mean squared distance of probabilities from what happened; null without a settled month. */
export function brierOf(values: Scores, outcomes: Outcomes): number | null {
  let sum = 0;
  let count = 0;
  values.forEach((p, t) => {
    const outcome = outcomes[t] ?? null;
    if (p === null || outcome === null) return;
    sum += (p - (outcome ? 1 : 0)) ** 2;
    count++;
  });
  return count === 0 ? null : sum / count;
}

const bothKinds = (scores: Scores, outcomes: Outcomes): boolean =>
  [true, false].every((kind) => outcomes.some((o, t) => o === kind && (scores[t] ?? null) !== null));
