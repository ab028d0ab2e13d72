import type { IsoDate } from "../series/date.ts";
import type { Period } from "../series/period.ts";
import { compositeRisk } from "../warning/china/compositeRisk.ts";
import { BOOK_READS, type EventBook, WINDOW } from "../warning/china/eventBook.ts";
import { provenPath } from "../warning/china/provenPath.ts";
import type { RiskAnalysis } from "../warning/china/riskAnalysis.ts";
import { brierOf, scoreRecord } from "../warning/china/scoreRecord.ts";
import { warningLevel } from "../warning/china/warningLevel.ts";
import { bandPath, cutBand, monthsUntil } from "./bandPath.ts";
import { bookOf, EVENTS } from "./bookOf.ts";
import type { Analysis } from "./contract.ts";

const APRIL = 3;

/**
 * The events together. All of them count that are not on: they share one estimate, and it is the composite that is proven or not,
 * on its own record (`provenThen`); a single event's own record is in its analysis.
 */
export const risk: Analysis<RiskAnalysis> = {
  id: "risk",
  version: "4",
  title: { zh: "综合风险", en: "Composite risk" },
  weight: "heavy",
  subjects: ["composite"],
  together: EVENTS,
  reads: () => BOOK_READS,
  parameters: () => ({ window: WINDOW, level: 90 }),
  compute(_subject, readings, seed, tell) {
    return riskResult(bookOf(readings, seed, tell), readings.day, seed);
  },
};

/** The composite of a book that holds all events. */
export function riskResult(book: EventBook, day: IsoDate, seed: number): RiskAnalysis {
  const { value, draws, shares, outcomes } = compositeRisk(book, WINDOW);
  const { months, firstSlot } = book.samples[0]!;
  const provenThen = provenPath(value, outcomes, firstSlot, WINDOW);
  const cutoffs = cutoffPath(value, outcomes, firstSlot);
  const composite = bandPath(value, draws);
  return {
    day: day,
    months,
    composite,
    contributions: book.rules.map((r, e) => ({
      event: r.id,
      title: r.title,
      points: shares[e]!.map((s) => s && 100 * s),
      proven: provenPath(book.joined[e]!.value, book.samples[e]!.outcomes, firstSlot, WINDOW),
    })),
    cutoff: provenThen.at(-1) === true ? (cutoffs.at(-1) ?? null) : null,
    provenThen,
    cutoffs,
    outcomes,
    record: recordOf(composite.value, outcomes, seed),
    seed,
  };
}

/** The level that parted the past best, found anew each April on the settled months before; percent. */
function cutoffPath(
  value: readonly (number | null)[],
  outcomes: readonly (boolean | null)[],
  firstSlot: number,
): (number | null)[] {
  let level: number | null = null;
  return value.map((_, t) => {
    const settled = Math.max(0, t - WINDOW + 1);
    if ((firstSlot + t) % 12 === APRIL)
      level = warningLevel(value.slice(0, settled), outcomes.slice(0, settled));
    return level === null ? null : 100 * level;
  });
}

function recordOf(
  value: readonly (number | null)[],
  outcomes: readonly (boolean | null)[],
  seed: number,
): RiskAnalysis["record"] {
  const settled = outcomes.filter((o, t) => o !== null && value[t] !== null);
  const frequency = settled.filter(Boolean).length / settled.length;
  return {
    ...scoreRecord(value, outcomes, seed),
    brier: brierOf(
      value.map((v) => v && v / 100),
      outcomes,
    ),
    brierOfFrequency: settled.length === 0 ? null : frequency * (1 - frequency),
    months: settled.length,
  };
}

/**
 * What the composite said at an earlier month of its path: exact, since a month once told does not move. Throws
 * AppError("invalid-input") for a month that is not on the path.
 */
export function riskAsOf(result: RiskAnalysis, month: Period): RiskAnalysis {
  const n = monthsUntil(result.months, month);
  const cut = <T>(column: readonly T[]): T[] => column.slice(0, n);
  const composite = cutBand(result.composite, n);
  const provenThen = cut(result.provenThen);
  const cutoffs = cut(result.cutoffs);
  const outcomes = cut(result.outcomes).map((o, t) => (t + WINDOW < n ? o : null));
  return {
    ...result,
    months: cut(result.months),
    composite,
    contributions: result.contributions.map((c) => ({
      ...c,
      points: cut(c.points),
      proven: cut(c.proven),
    })),
    cutoff: provenThen.at(-1) === true ? (cutoffs.at(-1) ?? null) : null,
    provenThen,
    cutoffs,
    outcomes,
    record: recordOf(composite.value, outcomes, result.seed),
  };
}
