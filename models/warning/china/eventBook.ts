import type { IsoDate } from "../../series/date.ts";
import type { StoredObservation } from "../../series/observation.ts";
import type { Candidate } from "./candidate.ts";
import { candidatesOf } from "./candidates.ts";
import { dangerMean } from "./dangerMean.ts";
import type { EventRule } from "./eventRule.ts";
import { EVENT_RULES } from "./eventRules.ts";
import { type EventSample, eventSample, sampleFrame } from "./eventSample.ts";
import { type JoinedPath, joinModels } from "./joinModels.ts";
import { type RealTimeProbit, realTimeProbit } from "./realTimeProbit.ts";
import { type RegimePath, regimePath } from "./regimePath.ts";
import { runningFrequency } from "./runningFrequency.ts";
import { type SignalIndex, signalIndex } from "./signalIndex.ts";

/** Months ahead that every signal speaks about. */
export const WINDOW = 12;
const DRAWS = 99;
/** A share in [0, 1] in standard deviations of a uniform one, so that its slope is drawn to zero like that of a score. */
export const SHARE_SCALE = Math.sqrt(12);

export const MODEL_IDS = ["probit", "klr", "markov"] as const;
export type ModelId = (typeof MODEL_IDS)[number];

/** The events with their signals, models and what they say together, all on the same months. */
export interface EventBook {
  rules: readonly EventRule[];
  candidates: readonly (readonly Candidate[])[];
  samples: readonly EventSample[];
  signals: readonly SignalIndex[];
  regimes: readonly RegimePath[];
  /** By event: what the probit reads. */
  dangers: readonly Float64Array[];
  models: Readonly<Record<ModelId, RealTimeProbit>>;
  joined: readonly JoinedPath[];
  /** Share of calm months before which an event began within the window, as known by month: what somebody who knows nothing says. */
  frequency: readonly (number | null)[];
}

/** Every indicator that the book reads. */
export const BOOK_READS: readonly string[] = [
  ...new Set(
    EVENT_RULES.flatMap((r) => [
      r.indicator,
      ...candidatesOf(r.id).flatMap((c) => (c.less === undefined ? [c.indicator] : [c.indicator, c.less])),
    ]),
  ),
];

/**
 * All events as of a day: a month of each path is told from what was known at the end of the month after it, and never moves
 * again. `tell` hears steps done of all. Throws AppError("not-enough-data") where a reference has no figure by then.
 */
export function eventBook(
  history: (indicator: string) => readonly StoredObservation[],
  day: IsoDate,
  seed: number,
  tell: (done: number, total: number) => void = () => {},
): EventBook {
  const rules = EVENT_RULES;
  const candidates = rules.map((r) => candidatesOf(r.id));
  const frame = sampleFrame(rules, candidates.flat(), history, day);
  const samples = rules.map((r, e) => eventSample(r, candidates[e]!, history, frame, WINDOW));
  tell(1, 5);
  const options = { window: WINDOW, draws: DRAWS, seed };
  const shares = (path: Float64Array): Float64Array[] => [path.map((v) => SHARE_SCALE * v)];
  const dangers = samples.map((s) => dangerMean(s.danger));
  const probit = realTimeProbit(
    samples,
    dangers.map((d) => [d]),
    options,
  );
  tell(2, 5);
  const signals = samples.map((s) => signalIndex(s, WINDOW));
  const klr = realTimeProbit(
    samples,
    signals.map((s) => shares(s.index)),
    options,
  );
  tell(3, 5);
  const regimes = samples.map((s, e) => regimePath(rules[e]!, s, seed));
  const markov = realTimeProbit(
    samples,
    regimes.map((r) => shares(r.probability)),
    options,
  );
  tell(4, 5);
  const models = { probit, klr, markov };
  const frequency = runningFrequency(samples, WINDOW);
  const joined = joinModels(
    samples,
    MODEL_IDS.map((id) => models[id]),
    WINDOW,
  );
  tell(5, 5);
  return { rules, candidates, samples, signals, regimes, dangers, models, joined, frequency };
}
