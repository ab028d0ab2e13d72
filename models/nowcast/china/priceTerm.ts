import { springFestival } from "../../calendar/springFestival.ts";
import { AppError } from "../../errors.ts";
import { civil, parseIsoDate } from "../../series/date.ts";
import type { PriceTerm, SourceTerm } from "./priceSpecification.ts";

/** Figures by indicator and month slot, as a day knew them. */
export type Known = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Years of a calendar month that make its usual change. */
const USUAL_YEARS = 6;
/** Days around Lunar New Year on which food and travel cost more, both ends included. */
const FESTIVAL = { from: -20, to: 10 } as const;

/** The value of a term for month t (PriceTerm); null where a figure is not known. */
export function termValue(term: PriceTerm, known: Known, t: number): number | null {
  if (term.kind === "festival") return festivalShift(t) - festivalShift(t - 1);
  const at = (slot: number): number | null => known.get(term.id)?.get(slot) ?? null;
  if (term.kind === "base") return less(usual(at, t), at(t - 12));
  const s = t - term.lag;
  if (term.kind === "unusual") return less(at(s), usual(at, s));
  if (term.kind === "level") return less(at(s), term.from ?? 0);
  if (term.kind === "change") return less(at(s), at(s - 1));
  if (term.kind === "growth") return logRatio(at(s), at(s - 1));
  return less(yearly(at, s), yearly(at, s - 1));
}

/** The figure at which a term has a value for month t, all else as known: what a forecast of the term says of its newest figure. */
export function figureAt(term: SourceTerm, known: Known, t: number, value: number): number | null {
  if (term.kind === "base") return null;
  const at = (slot: number): number | null => known.get(term.id)?.get(slot) ?? null;
  const plus = (base: number | null): number | null => (base === null ? null : base + value);
  const s = t - term.lag;
  if (term.kind === "unusual") return plus(usual(at, s));
  if (term.kind === "level") return plus(term.from ?? 0);
  if (term.kind === "change") return plus(at(s - 1));
  if (term.kind === "growth") return grown(at(s - 1), value);
  const rate = plus(yearly(at, s - 1));
  return rate === null ? null : grown(at(s - 12), rate);
}

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** Mean of a calendar month over the years before; null without one. */
function usual(at: (slot: number) => number | null, slot: number): number | null {
  let sum = 0;
  let n = 0;
  for (let year = 1; year <= USUAL_YEARS; year++) {
    const v = at(slot - 12 * year);
    if (v === null) continue;
    sum += v;
    n++;
  }
  return n === 0 ? null : sum / n;
}

const yearly = (at: (slot: number) => number | null, s: number): number | null => logRatio(at(s), at(s - 12));

/** 100 ln now/before; null for what has no logarithm, as a price below 0. */
const logRatio = (now: number | null, before: number | null): number | null =>
  now === null || before === null || now <= 0 || before <= 0 ? null : 100 * Math.log(now / before);

const grown = (base: number | null, rate: number): number | null =>
  base === null ? null : base * Math.exp(rate / 100);

/** Share of the festival's days that fall in a month, less the same a year before. */
const festivalShift = (slot: number): number => festivalShare(slot) - festivalShare(slot - 12);

function festivalShare(slot: number): number {
  const year = Math.floor(slot / 12);
  const day = springFestival(year);
  if (day === null)
    throw new AppError(
      "not-found",
      `the calendar holds no Lunar New Year of ${year}: consumer prices need it`,
    );
  const newYear = parseIsoDate(day)!;
  let inside = 0;
  for (let d: number = FESTIVAL.from; d <= FESTIVAL.to; d++) {
    const { year: y, month } = civil(newYear + d);
    if (y * 12 + month - 1 === slot) inside++;
  }
  return inside / (FESTIVAL.to - FESTIVAL.from + 1);
}
