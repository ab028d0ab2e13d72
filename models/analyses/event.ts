import type { Period } from "../series/period.ts";
import { candidateRecord } from "../warning/china/candidateRecord.ts";
import { BOOK_READS, type EventBook, eventBook, WINDOW } from "../warning/china/eventBook.ts";
import { eventOnsets, eventOutcomes } from "../warning/china/eventOutcomes.ts";
import { EVENT_RULES, eventRuleById } from "../warning/china/eventRules.ts";
import { joinedContributions } from "../warning/china/joinedContributions.ts";
import { provenPath } from "../warning/china/provenPath.ts";
import {
  type ScoreRecord,
  type SignalsRecord,
  scoreRecord,
  signalsRecord,
} from "../warning/china/scoreRecord.ts";
import { similarMonths } from "../warning/china/similarMonths.ts";
import { bandPath, cutBand, monthsUntil } from "./bandPath.ts";
import type { Analysis } from "./contract.ts";
import { probabilityModels } from "./probabilityModels.ts";
import type { EventResult } from "./riskResult.ts";

/** An event with what was known of its own record month by month. Probabilities are in percent. */
export interface EventAnalysis extends EventResult {
  /** Share of calm months that were followed by an event, as known by month: above it a probability counts as a signal; percent. */
  cutoffs: readonly (number | null)[];
  /** Whether the joined probability was proven, as judged each April on the months before. */
  provenThen: readonly boolean[];
  /** Of the joined probability; signals are months above the cut-off of the time. */
  record: ScoreRecord & SignalsRecord;
  seed: number;
}

/**
 * Each event with its candidates, models and record. Months of every path are told from what was known at the end of the
 * month after; records, contributions and episodes are of the newest month.
 */
export const event: Analysis<EventAnalysis> = {
  id: "event",
  version: "1",
  title: { zh: "风险事件", en: "Risk events" },
  weight: "heavy",
  subjects: EVENT_RULES.map((r) => r.id),
  reads: () => BOOK_READS,
  parameters: (subject) => ({ event: subject, window: WINDOW, level: 90 }),
  compute(subject, readings, seed, tell) {
    const rule = eventRuleById(subject);
    const book = eventBook(readings.history, readings.day, seed, tell);
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
    candidates: book.candidates[e]!.map((c, j) =>
      candidateRecord(c, sample, j, book.signals[e]!.candidates[j]!, WINDOW, seed),
    ),
    models: probabilityModels(book, e, seed),
    joined: path,
    contributions: joinedContributions(book, e, last),
    episodes: similarMonths(sample, WINDOW),
    cutoffs,
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

/**
 * What an event's analysis said at an earlier month of its path: paths as they were told, the record as far as it was settled by
 * then. What only the newest month tells (candidates, models, contributions, episodes) is left out: made anew on readings of that day
 * it would differ from today's. Throws AppError("invalid-input") for a month that is not on the path.
 */
export function eventAsOf(result: EventAnalysis, month: Period): EventAnalysis {
  const n = monthsUntil(result.months, month);
  const cut = <T>(column: readonly T[]): T[] => column.slice(0, n);
  const joined = cutBand(result.joined, n);
  const states = cut(result.states);
  const cutoffs = cut(result.cutoffs);
  return {
    ...result,
    months: cut(result.months),
    states,
    joined,
    cutoffs,
    provenThen: cut(result.provenThen),
    ...recordOf(joined.value, cutoffs, states, result.seed),
    models: [],
    candidates: [],
    contributions: [],
    episodes: [],
  };
}
