import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Series } from "../../series/series.ts";
import { spanMonths } from "../../series/spanMonths.ts";
import type { CycleMember } from "./cycleMember.ts";

export interface MonthlyFigures {
  indicator: string;
  /** Slot of the first figure (`slotOf`, months). */
  firstSlot: number;
  /** From the first figure to the last, without gaps. */
  values: Float64Array;
  /** 1 where a month got its figure from its neighbours. */
  bridged: Uint8Array;
}

/**
 * The figures of a member month by month, as composites take them.
 *   January–February published as one: the figure stands for both months
 *   festival: January and February = (x₁ + x₂)/2; a January whose February is not out yet is left for later
 *   a month that was not published, between two that were: on the straight line between them, and marked
 * Turned over (−x) where the member is inverted.
 */
export function monthlyFigures(series: Series, member: CycleMember): MonthlyFigures {
  if (series.frequency !== "M")
    throw new AppError(
      "invalid-input",
      `a composite takes monthly members; ${series.indicator} has the frequency ${series.frequency}`,
    );
  const raw = Float64Array.from(series.values, (v) => v ?? Number.NaN);
  if (spanMonths(series, 0) === 2) return monthlyFigures(oneMonthEarlier(series), member);
  for (let i = 1; i < raw.length; i++)
    if (spanMonths(series, i) === 2 && Number.isNaN(raw[i - 1]!)) raw[i - 1] = raw[i]!;
  if (member.festival) withoutFestival(raw, series.firstSlot);
  return bridge(
    series,
    raw.map((v) => (member.inverted ? -v : v)),
  );
}

/** A series that begins with January–February has no cell for January: one is put before it. */
function oneMonthEarlier(series: Series): Series {
  const { firstSlot } = series;
  return {
    ...series,
    firstSlot: firstSlot - 1,
    periods: [`${Math.floor((firstSlot - 1) / 12)}-01`, ...series.periods],
    values: [null, ...series.values],
    status: ["missing", ...series.status],
    reasons: ["combined-with-next", ...series.reasons],
    vintages: [null, ...series.vintages],
  };
}

function withoutFestival(x: Float64Array, firstSlot: number): void {
  for (let i = 0; i < x.length; i++) {
    if ((firstSlot + i) % 12 !== 0) continue;
    if (i === x.length - 1) x[i] = Number.NaN;
    else if (!Number.isNaN(x[i]!) && !Number.isNaN(x[i + 1]!)) x[i] = x[i + 1] = (x[i]! + x[i + 1]!) / 2;
  }
}

function bridge(series: Series, x: Float64Array): MonthlyFigures {
  const known = [...x.keys()].filter((i) => !Number.isNaN(x[i]!));
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined)
    throw new AppError("not-enough-data", {
      zh: `${quotedName(series.indicator)}还没有可进入合成指数的数据；至少需要一个`,
      en: `${quotedEnglish(series.indicator)} has no figure for a composite to take; at least one is needed`,
    });
  const values = x.slice(first, last + 1);
  const bridged = new Uint8Array(values.length);
  for (let k = 1; k < known.length; k++) {
    const from = known[k - 1]!;
    const to = known[k]!;
    for (let i = from + 1; i < to; i++) {
      values[i - first] = x[from]! + ((x[to]! - x[from]!) * (i - from)) / (to - from);
      bridged[i - first] = 1;
    }
  }
  return { indicator: series.indicator, firstSlot: series.firstSlot + first, values, bridged };
}
