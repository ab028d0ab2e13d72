import { type Period, slotOf } from "../series/period.ts";
import { candidateRecord } from "../warning/china/candidateRecord.ts";
import { candidatesOf } from "../warning/china/candidates.ts";
import type { EventAnalysis } from "../warning/china/eventAnalysis.ts";
import { BOOK_READS, type EventBook, WINDOW } from "../warning/china/eventBook.ts";
import { eventOnsets, eventOutcomes } from "../warning/china/eventOutcomes.ts";
import { EVENT_RULES, eventRuleById } from "../warning/china/eventRules.ts";
import { type EventSample, laidOut } from "../warning/china/eventSample.ts";
import { joinedContributions } from "../warning/china/joinedContributions.ts";
import { provenPath } from "../warning/china/provenPath.ts";
import { scoreRecord, signalsRecord } from "../warning/china/scoreRecord.ts";
import { type SignalIndex, signalIndex } from "../warning/china/signalIndex.ts";
import { similarMonths } from "../warning/china/similarMonths.ts";
import { bandPath, cutBand, monthsUntil } from "./bandPath.ts";
import { bookOf, EVENTS } from "./bookOf.ts";
import type { Analysis } from "./contract.ts";
import { probabilityModels } from "./probabilityModels.ts";

/**
 * Each event with its candidates, models and record. Months of every path are told from what was known at the end of the
 * month after; records, contributions and episodes are of the newest month.
 */
export const event: Analysis<EventAnalysis> = {
  id: "event",
  version: "3",
  title: { zh: "风险事件", en: "Risk events" },
  weight: "heavy",
  subjects: EVENT_RULES.map((r) => r.id),
  together: EVENTS,
  reads: () => BOOK_READS,
  parameters: (subject) => ({ event: subject, window: WINDOW, level: 90 }),
  compute(subject, readings, seed, tell) {
    const rule = eventRuleById(subject);
    const book = bookOf(readings, seed, tell);
    return eventResult(book, book.rules.indexOf(rule), readings.day, seed);
  },
};

/** One event out of a book that holds all of them. */
export function eventResult(book: EventBook, e: number, day: string, seed: number): EventAnalysis {
  const rule = book.rules[e]!;
  const sample = book.samples[e]!;
  const joined = book.joined[e]!;
  const { outcomes, firstSlot } = sample;
  const path = bandPath(joined.value, joined.draws);
  const cutoffs = book.frequency.map((f) => f && 100 * f);
  const last = sample.months.length - 1;
  return {
    day,
    id: rule.id,
    title: rule.title,
    definition: rule.definition,
    reference: rule.indicator,
    window: WINDOW,
    months: sample.months,
    states: sample.states,
    ...standingOf(rule.id, sample, book.signals[e]!, seed),
    models: probabilityModels(book, e, seed),
    joined: path,
    contributions: joinedContributions(book, e, last),
    cutoffs,
    measure: sample.measure,
    figures: sample.reference,
    candidateValues: sample.values.map((v) => Array.from(v, (x) => (Number.isNaN(x) ? null : x))),
    seed,
    ...recordOf(path.value, cutoffs, sample.states, seed),
    provenThen: provenPath(joined.value, outcomes, firstSlot, WINDOW),
  };
}

/** What the probability was worth as far as the months of `states` settle it. */
function recordOf(
  value: readonly (number | null)[],
  cutoffs: readonly (number | null)[],
  states: readonly (boolean | null)[],
  seed: number,
): Pick<EventAnalysis, "proven" | "record"> {
  const outcomes = eventOutcomes(states, WINDOW);
  const signals = value.map((p, t) => (p === null || cutoffs[t] === null ? null : p > cutoffs[t]!));
  const score = scoreRecord(value, outcomes, seed);
  return {
    proven: score.auroc !== null && score.auroc > 0.5 && score.permutationP! <= 0.1,
    record: { ...score, ...signalsRecord(signals, outcomes, eventOnsets(states), WINDOW) },
  };
}

/** Where the candidates stand in the newest month and what they were worth, and past months like it. */
function standingOf(
  event: string,
  sample: EventSample,
  signals: SignalIndex,
  seed: number,
): Pick<EventAnalysis, "candidates" | "episodes"> {
  return {
    candidates: candidatesOf(event).map((c, j) =>
      candidateRecord(c, sample, j, signals.candidates[j]!, WINDOW, seed),
    ),
    episodes: similarMonths(sample, WINDOW),
  };
}

/**
 * What an event's analysis said at an earlier month of its path: paths as they were told; record, candidates and episodes as that
 * month knew them. Models' own records and contributions are of the newest month alone and left out. Throws
 * AppError("invalid-input") for a month that is not on the path.
 */
export function eventAsOf(result: EventAnalysis, month: Period): EventAnalysis {
  const n = monthsUntil(result.months, month);
  const cut = <T>(column: readonly T[]): T[] => column.slice(0, n);
  const columns = {
    months: cut(result.months),
    states: cut(result.states),
    measure: cut(result.measure),
  };
  const joined = cutBand(result.joined, n);
  const cutoffs = cut(result.cutoffs);
  const candidateValues = result.candidateValues.map(cut);
  const figures = cut(result.figures);
  const values = candidateValues.map((v) => Float64Array.from(v, (x) => x ?? Number.NaN));
  const firstSlot = slotOf(result.months[0]!, "M");
  const sample = laidOut(
    candidatesOf(result.id),
    { ...columns, firstSlot, reference: figures, values },
    WINDOW,
  );
  return {
    ...result,
    ...columns,
    joined,
    cutoffs,
    figures,
    candidateValues,
    provenThen: cut(result.provenThen),
    ...standingOf(result.id, sample, signalIndex(sample, WINDOW), result.seed),
    ...recordOf(joined.value, cutoffs, columns.states, result.seed),
    models: [],
    contributions: [],
  };
}
