import type { Period } from "../series/period.ts";
import { candidateRecord } from "../warning/china/candidateRecord.ts";
import { BOOK_READS, type EventBook, eventBook, WINDOW } from "../warning/china/eventBook.ts";
import { EVENT_RULES, eventRuleById } from "../warning/china/eventRules.ts";
import { joinedContributions } from "../warning/china/joinedContributions.ts";
import { provenPath } from "../warning/china/provenPath.ts";
import { isProven } from "../warning/china/scoreRecord.ts";
import { similarMonths } from "../warning/china/similarMonths.ts";
import { bandPath } from "./bandPath.ts";
import type { Analysis } from "./contract.ts";
import { probabilityModels } from "./probabilityModels.ts";
import type { EventResult } from "./riskResult.ts";

/** An event with what was known of its own record month by month. Probabilities are in percent. */
export interface EventAnalysis extends EventResult {
  /** Share of calm months that were followed by an event, as known by month: above it a probability counts as a signal; percent. */
  cutoffs: readonly (number | null)[];
  /** Whether the joined probability was proven, as judged each April on the months before. */
  provenThen: readonly boolean[];
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

function eventResult(book: EventBook, e: number, day: string, seed: number): EventAnalysis {
  const rule = book.rules[e]!;
  const sample = book.samples[e]!;
  const joined = book.joined[e]!;
  const { outcomes, firstSlot } = sample;
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
    joined: bandPath(joined.value, joined.draws),
    contributions: joinedContributions(book, e, last),
    proven: isProven(joined.value, outcomes, seed),
    episodes: similarMonths(sample, WINDOW),
    cutoffs: book.frequency.map((f) => f && 100 * f),
    provenThen: provenPath(joined.value, outcomes, firstSlot, WINDOW, seed),
  };
}

/** What an event's analysis said at an earlier month of its path: exact for the paths; what is told of the newest month alone is left out. */
export function eventAsOf(result: EventAnalysis, month: Period): EventAnalysis {
  const n = result.months.indexOf(month) + 1;
  const cut = <T>(column: readonly T[]): T[] => column.slice(0, n);
  const path = ({ level, value, lower, upper }: EventAnalysis["joined"]): EventAnalysis["joined"] => ({
    level,
    value: cut(value),
    lower: cut(lower),
    upper: cut(upper),
  });
  return {
    ...result,
    months: cut(result.months),
    states: cut(result.states),
    joined: path(result.joined),
    models: result.models.map((m) => ({ ...m, path: path(m.path) })),
    cutoffs: cut(result.cutoffs),
    provenThen: cut(result.provenThen),
    candidates: [],
    contributions: [],
    episodes: [],
  };
}
