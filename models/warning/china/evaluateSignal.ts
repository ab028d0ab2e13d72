import type { Series } from "../../series/series.ts";
import { type Auroc, auroc } from "../signals/auroc.ts";
import { type KlrResult, klr, klrSignals } from "../signals/klr.ts";
import { permutationP } from "../signals/permutation.ts";
import { onsetsOf, preEvent } from "../signals/preEvent.ts";
import { type SignalRecord, signalRecord } from "../signals/signalRecord.ts";
import { type EventRule, eventStates } from "./eventRule.ts";

export interface SignalEvaluation {
  klr: KlrResult;
  auroc: Auroc;
  /** At the threshold of highest usefulness; null where no threshold can be judged. */
  record: SignalRecord | null;
  /** Odds that a signal which knows nothing has so large an AUROC. */
  permutationP: number;
}

export interface EvaluationOptions {
  /** Which side of the candidate is dangerous. */
  tail: "upper" | "lower";
  /** Months before an onset in which a signal is in time. */
  window: number;
  draws: number;
  seed: number;
}

const GRID = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

/**
 * What a monthly candidate was worth before the events of a rule: signals approach on own-history thresholds, AUROC with
 * block-bootstrap interval, lead and false alarms, permutation p. Periods of an event, and the last `window` months, whose outcome
 * is still open, are left out. Throws AppError("not-enough-data") without an onset that the candidate could have announced.
 */
export function evaluateSignal(
  candidate: Series,
  rule: EventRule,
  reference: Series,
  options: EvaluationOptions,
): SignalEvaluation {
  const states = eventStates(rule, reference);
  const values = states.map(
    (_, t) => candidate.values[reference.firstSlot + t - candidate.firstSlot] ?? null,
  );
  const onsets = onsetsOf(states.map((s) => s === true)).filter((t) => (states[t - 1] ?? null) !== null);
  const before = preEvent(states.length, onsets, options.window);
  const open = states.length - options.window;
  const events = before.map((e, t) => (states[t] !== false || (t >= open && e !== true) ? null : e));
  const { tail, window, draws, seed } = options;
  const how = { tail, threshold: "own-history", warmUp: 12 } as const;
  const scores = values.map((v) => (v === null ? null : tail === "upper" ? v : -v));
  const table = klr(values, events, { ...how, grid: GRID, theta: 0.5 });
  const best = table.byUsefulness;
  // Within an event, and while the outcome is open, a signal is neither right nor wrong.
  const calm = (signals: readonly (boolean | null)[]) =>
    signals.map((s, t) => (events[t] === null ? null : s));
  const area = (of: readonly (boolean | null)[], n: number): number | null =>
    of.some((e, t) => e === true && scores[t] !== null) &&
    of.some((e, t) => e === false && scores[t] !== null)
      ? auroc(scores, of, { level: 90, draws: n, blockLength: 12, seed }).auroc
      : null;
  return {
    klr: table,
    auroc: auroc(scores, events, { level: 90, draws, blockLength: 12, seed }),
    record: best && signalRecord(calm(klrSignals(values, best.q, how).signals), onsets, window, 12),
    permutationP: permutationP(events, (turned) => area(turned, 0), { draws, seed }),
  };
}
