import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import { type Period, slotOf } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";
import { spanMonths } from "../../series/spanMonths.ts";
import { factorOn } from "../../yearToDate/china/basisFactors.ts";
import { monthsFromLevels } from "../../yearToDate/levelRoute.ts";
import type { SeasonalSeries } from "../regarima/regarima.ts";
import { AS_PUBLISHED, type ComparableBasis } from "./comparableBasis.ts";

/** Months of a series as it was published: NaN where there is none, a January–February in February, its January NaN. */
export interface MonthsToAdjust extends SeasonalSeries {
  /** Positions of the Februaries that hold two months. */
  combined: readonly number[];
  /** Differences of running totals rather than figures as published. */
  derived: boolean;
}

/**
 * The months that a series of flows, stocks or running totals holds.
 *   running totals:  X(m) = C(m) − C(m−1),  X(1+2) = C(2)
 * A figure that covers more months than one, other than January–February, is no month: a gap. Empty cells at both ends are
 * left off. Years before a restated base are put on the newest year's, months restated within are gaps (`basis`).
 * Throws invalid-input for another frequency, not-enough-data where no month is left.
 */
export function monthsToAdjust(
  series: Series,
  from?: Period,
  basis: ComparableBasis = AS_PUBLISHED,
): MonthsToAdjust {
  if (series.frequency !== "M")
    throw new AppError(
      "invalid-input",
      `${series.indicator} comes with frequency ${series.frequency}; months are adjusted`,
    );
  const derived = series.basis === "year-to-date";
  const cells = derived ? differences(series) : published(series);
  const start = Math.max(
    cells[0]?.slot ?? 0,
    from === undefined ? Number.NEGATIVE_INFINITY : slotOf(from, "M"),
  );
  const usable = cells.filter(
    (c) => c.slot >= start && !Number.isNaN(c.value) && fits(c) && !basis.gaps.includes(c.slot),
  );
  // A January–February whose January lies before the start has no slot for it.
  const kept = usable.filter((c) => c.months === 1 || c.slot > start || from === undefined);
  const head = kept[0];
  const tail = kept.at(-1);
  if (!head || !tail)
    throw new AppError("not-enough-data", {
      zh: `${quotedName(series.indicator)}还没有可供季节调整的月度数据；至少需要一个`,
      en: `${quotedEnglish(series.indicator)} has no monthly figure to adjust; at least one is needed`,
    });
  const first = head.months === 2 ? head.slot - 1 : head.slot;
  const values = new Float64Array(tail.slot - first + 1).fill(Number.NaN);
  for (const c of kept) values[c.slot - first] = c.value * factorOn(basis.factors, Math.floor(c.slot / 12));
  return {
    values,
    first,
    period: 12,
    combined: kept.filter((c) => c.months === 2).map((c) => c.slot - first),
    derived,
  };
}

interface Cell {
  slot: number;
  value: number;
  months: number;
}

const fits = ({ slot, months }: Cell): boolean => months === 1 || (months === 2 && slot % 12 === 1);

function published(series: Series): Cell[] {
  return series.values.map((v, i) => ({
    slot: series.firstSlot + i,
    value: v ?? Number.NaN,
    months: spanMonths(series, i) ?? 1,
  }));
}

function differences(series: Series): Cell[] {
  const firstYear = Math.floor(series.firstSlot / 12);
  const lead = series.firstSlot - 12 * firstYear;
  const total = new Float64Array(lead + series.values.length).fill(Number.NaN);
  series.values.forEach((v, i) => {
    total[lead + i] = v ?? Number.NaN;
  });
  const growth = new Float64Array(total.length).fill(Number.NaN);
  return monthsFromLevels({ firstYear, total, growth, totalHalf: 0, growthHalf: 0 }).map((m, i) => ({
    slot: 12 * firstYear + i,
    value: m?.value ?? Number.NaN,
    months: m?.months ?? 1,
  }));
}
