import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { IsoDate } from "../../series/date.ts";
import type { StoredObservation } from "../../series/observation.ts";
import { type Period, periodOfSlot, slotOf } from "../../series/period.ts";
import type { Candidate } from "./candidate.ts";
import { candidateValue } from "./candidateValue.ts";
import { eventOnsets, eventOutcomes } from "./eventOutcomes.ts";
import { type EventRule, eventHolds } from "./eventRule.ts";
import { type KnownFigures, knownMonths } from "./knownMonths.ts";
import { trailingScores } from "./trailingScores.ts";

/** An event and its candidates month by month, every month as it was known at the end of the month after it. */
export interface EventSample {
  firstSlot: number;
  months: readonly Period[];
  /** What the rule compares with its bound; null where too little was known. */
  measure: readonly (number | null)[];
  /** Newest figure of the reference. */
  reference: readonly (number | null)[];
  states: readonly (boolean | null)[];
  /** Months in which the event began: it held, and the month before did not. */
  onsets: readonly number[];
  /** Will the event begin within the window? null while it is on, where unknown, and where still open. */
  outcomes: readonly (boolean | null)[];
  /** By candidate, by month; NaN for a gap. */
  values: readonly Float64Array[];
  /** The same as `trailingScores`, turned so that high is danger. */
  danger: readonly Float64Array[];
  /** Months in which at least half of the candidates have a score. */
  ready: readonly boolean[];
}

/** Months that several events share. */
export interface SampleFrame {
  firstSlot: number;
  count: number;
}

type HistoryOf = (indicator: string) => readonly StoredObservation[];

/**
 * Months from the first figure of any reference to the newest month before `day`'s of which at least half of the series have
 * their figure. Throws AppError("not-enough-data") where a reference has none.
 */
export function sampleFrame(
  rules: readonly EventRule[],
  candidates: readonly Candidate[],
  history: HistoryOf,
  day: IsoDate,
): SampleFrame {
  const told = (indicator: string): number[] =>
    history(indicator).flatMap((o) => (o.value === null ? [] : [slotOf(o.period, "M")]));
  const silent = rules.find((r) => told(r.indicator).length === 0);
  if (silent)
    throw new AppError("not-enough-data", {
      zh: `截至${day}，${quotedName(silent.indicator)}还没有数据；风险事件“${silent.title.zh}”据它判断`,
      en: `${quotedEnglish(silent.indicator)} has no figure by ${day}; the event “${silent.title.en}” reads it`,
    });
  const firstSlot = Math.min(...rules.map((r) => told(r.indicator).reduce((a, b) => Math.min(a, b))));
  const newest = [...new Set([...rules, ...candidates].map((c) => c.indicator))]
    .map((id) => told(id).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY))
    .sort((a, b) => b - a);
  const last = Math.min(slotOf(day.slice(0, 7), "M") - 1, newest[Math.ceil(newest.length / 2) - 1]!);
  return { firstSlot, count: Math.max(0, last - firstSlot + 1) };
}

/** Lays an event out on the months of a frame. */
export function eventSample(
  rule: EventRule,
  candidates: readonly Candidate[],
  history: HistoryOf,
  { firstSlot, count }: SampleFrame,
  window: number,
): EventSample {
  const known = knownMonths(history(rule.indicator), firstSlot, count, ({ values }) =>
    Array.from(values).filter((v) => !Number.isNaN(v)),
  );
  const states = known.map((figures) => eventHolds(rule, figures));
  const measure = known.map((figures) => rule.measure(figures));
  const values = candidates.map((c) =>
    c.transform === "event-measure"
      ? Float64Array.from(measure, (v) => v ?? Number.NaN)
      : candidatePath(c, history, firstSlot, count),
  );
  const months = states.map((_, t) => periodOfSlot(firstSlot + t, "M"));
  const reference = known.map((figures) => figures.at(-1) ?? null);
  return laidOut(candidates, { firstSlot, months, measure, reference, states, values }, window);
}

/** An event from its columns: what follows from them month by month. Columns cut at a month give what they gave then. */
export function laidOut(
  candidates: readonly Candidate[],
  columns: Pick<EventSample, "firstSlot" | "months" | "measure" | "reference" | "states" | "values">,
  window: number,
): EventSample {
  const danger = candidates.map((c, j) => trailingScores(columns.values[j]!, c.tail === "upper" ? 1 : -1));
  return {
    ...columns,
    onsets: eventOnsets(columns.states),
    outcomes: eventOutcomes(columns.states, window),
    danger,
    ready: columns.states.map(
      (_, t) => 2 * danger.filter((v) => !Number.isNaN(v[t]!)).length >= danger.length,
    ),
  };
}

function candidatePath(candidate: Candidate, history: HistoryOf, firstSlot: number, n: number): Float64Array {
  if (candidate.less === undefined)
    return Float64Array.from(
      knownMonths(history(candidate.indicator), firstSlot, n, (known) => candidateValue(candidate, known)),
    );
  const copy = (k: KnownFigures): KnownFigures => ({
    ...k,
    values: k.values.slice(),
    combined: k.combined.slice(),
  });
  const less = knownMonths(history(candidate.less), firstSlot, n, copy);
  let t = 0;
  return Float64Array.from(
    knownMonths(history(candidate.indicator), firstSlot, n, (known) =>
      candidateValue(candidate, known, less[t++]),
    ),
  );
}
