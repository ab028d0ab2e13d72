import type { Frequency } from "../../../models/series/frequency.ts";
import { FREQUENCIES } from "../../../models/series/frequency.ts";
import { type Basis, periodOfSlot, slotOfDay } from "../../../models/series/period.ts";
import type { RowRule } from "./rule.ts";

/** Days a period of each frequency may last: a week and a day exactly, the rest by their calendar. */
const LONGEST: Readonly<Record<Frequency, number>> = { A: 366, Q: 92, M: 31, W: 7, D: 1 };
const MONTH_MS = 86_400_000;

/** Month number (year × 12 + month) and whether the day is the first of it. */
function monthOf(day: number): { month: number; first: boolean } {
  const d = new Date(day * MONTH_MS);
  return { month: d.getUTCFullYear() * 12 + d.getUTCMonth(), first: d.getUTCDate() === 1 };
}

/**
 * Whether a period can belong to a series: its own frequency's length; or, as Chinese statistics publish
 * them, January and February together in a monthly series; or, in a running total, January to any month in
 * which a period of the frequency ends.
 */
export function fits(start: number, end: number, frequency: Frequency, basis: Basis): boolean {
  const days = end - start + 1;
  if (frequency === "D") return days === 1;
  if (frequency === "W") return days === 7 && (start + 3) % 7 === 0;
  const a = monthOf(start);
  const b = monthOf(end + 1);
  if (!a.first || !b.first) return false;
  const months = b.month - a.month;
  const per = { A: 12, Q: 3, M: 1 }[frequency];
  if (basis === "year-to-date") return a.month % 12 === 0 && months % per === 0 && months <= 12;
  if (months === per) return a.month % per === 0 && days <= LONGEST[frequency];
  return frequency === "M" && months === 2 && a.month % 12 === 0;
}

/** The period is of the indicator's frequency and basis. */
export const wrongFrequency: RowRule = {
  id: "wrong-frequency",
  stage: "row",
  outcome: "rejected",
  column: "period",
  title: { zh: "时期与指标频率或口径不符", en: "Period of another frequency or basis" },
  words: {
    zh: "时期“{found}”与该指标的频率或累计口径不符；应为：{needed}",
    en: 'period "{found}" is not of the frequency and basis of this indicator; needed: {needed}',
  },
  check(batch, { catalogue }, refused, refuse) {
    const regions = catalogue.regions.length;
    // One judgement for each distinct pair of span and kind of series: a document repeats them endlessly.
    const known = new Map<number, boolean>();
    const kinds = catalogue.indicators.map(
      (i) => FREQUENCIES.indexOf(i.frequency) * 2 + (i.basis === "year-to-date" ? 1 : 0),
    );
    let last = -1;
    for (let row = 0; row < batch.rows; row++) {
      if (refused[row] !== 0) continue;
      const place = Math.floor(batch.series[row]! / regions);
      const start = batch.start[row]!;
      const end = batch.end[row]!;
      const key = ((start + 1_000_000) * 512 + (end - start)) * 16 + kinds[place]!;
      if (key === last) continue;
      let fit = known.get(key);
      if (fit === undefined) {
        const { frequency, basis } = catalogue.indicators[place]!;
        fit = fits(start, end, frequency, basis);
        known.set(key, fit);
      }
      if (fit) {
        last = key;
        continue;
      }
      const { frequency, basis } = catalogue.indicators[place]!;
      refuse(row, () => `${frequency}: ${periodOfSlot(slotOfDay(end, frequency), frequency, basis)}`);
    }
  },
};
