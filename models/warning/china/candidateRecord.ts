import type { Candidate } from "./candidate.ts";
import type { EventSample } from "./eventSample.ts";
import type { CandidateRecord } from "./riskResult.ts";
import { scoreRecord, signalsRecord } from "./scoreRecord.ts";
import type { CandidateSignals } from "./signalIndex.ts";
import { trailingMoments } from "./trailingScores.ts";

/**
 * What a candidate was worth and where it stands. Signals are those given at the time; the threshold, drawn on scores
 * against the last five years, is told in the candidate's own unit: mean ± score × sd of the newest month.
 */
export function candidateRecord(
  candidate: Candidate,
  sample: EventSample,
  j: number,
  told: CandidateSignals,
  window: number,
  seed: number,
): CandidateRecord {
  const values = sample.values[j]!;
  const danger = Array.from(sample.danger[j]!, (v) => (Number.isNaN(v) ? null : v));
  const at = danger.findLastIndex((v) => v !== null);
  const usual = at < 0 ? null : trailingMoments(values, at);
  const sign = candidate.tail === "upper" ? 1 : -1;
  const threshold = usual && told.threshold !== null ? usual.mean + sign * told.threshold * usual.sd : null;
  const distance = threshold === null ? null : sign * (threshold - values[at]!);
  return {
    indicator: candidate.indicator,
    tail: candidate.tail,
    q: threshold === null ? null : told.q,
    threshold,
    value: at < 0 ? null : values[at]!,
    period: sample.months[at] ?? null,
    distance,
    distanceInSd: distance === null ? null : distance / usual!.sd,
    signalling: told.signals[at] ?? null,
    ...scoreRecord(danger, sample.outcomes, seed),
    noiseToSignal: told.noiseToSignal,
    ...signalsRecord(told.signals, sample.outcomes, sample.onsets, window),
  };
}
