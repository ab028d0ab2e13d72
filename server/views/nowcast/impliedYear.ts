import type { NowcastResult } from "../../../models/nowcast/china/nowcastResult.ts";
import { civil } from "../../../models/series/date.ts";
import { slotOf, spanOf } from "../../../models/series/period.ts";
import type { Series } from "../../../models/series/series.ts";
import type { ImpliedYear } from "../../routers/views.ts";

/**
 * Growth of the nowcast's year over the periods known or told: G = Σ w g / Σ w over the year's periods from its first, and the
 * mean the others need for the goal c: (c Σ w over all − Σ w g) / Σ w over the others.
 * Weights are amounts of the same periods of the year before, at current prices, from running totals `level`; equal without.
 * `known` is the target's own series. The next period counts where it ends the year. null where a period before the nowcast's
 * has no figure, or a weight is missing.
 */
export function impliedYear(
  { period, density, next }: Pick<NowcastResult, "period" | "density" | "next">,
  known: Series,
  level: Series | null,
  goal: number | null,
): ImpliedYear | null {
  const { year } = civil(spanOf(period).end);
  const of = known.frequency === "Q" ? 4 : 12;
  const at = slotOf(period, known.frequency);
  const first = slotOf(known.frequency === "Q" ? `${year}-Q1` : `${year}-01`, known.frequency);
  const growth: (number | null)[] = Array.from({ length: at - first }, (_, i) => valueAt(known, first + i));
  growth.push(density.mean);
  if (next && growth.length === of - 1 && civil(spanOf(next.period).end).year === year)
    growth.push(next.density.mean);
  const weights = Array.from({ length: of }, (_, i) => (level ? amountAt(level, first + i - of, i) : 1));
  if (growth.includes(null) || weights.some((w) => w === null || w <= 0)) return null;
  const weigh = (from: number, to: number): number =>
    weights.slice(from, to).reduce<number>((a, w) => a + w!, 0);
  const counted = growth.length;
  const sum = growth.reduce<number>((a, g, i) => a + weights[i]! * g!, 0);
  return {
    year,
    counted,
    of,
    growth: sum / weigh(0, counted),
    goal,
    needed: goal === null || counted === of ? null : (goal * weigh(0, of) - sum) / weigh(counted, of),
  };
}

function valueAt(series: Series, slot: number): number | null {
  return series.values[slot - series.firstSlot] ?? null;
}

/** The amount of one period from running totals: the first of a year is its own. */
function amountAt(level: Series, slot: number, place: number): number | null {
  const now = valueAt(level, slot);
  if (place === 0 || now === null) return now;
  const before = valueAt(level, slot - 1);
  return before === null ? null : now - before;
}
