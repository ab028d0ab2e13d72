import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Series } from "../series/series.ts";
import { percentileRank } from "../statistics/percentileRank.ts";
import { type DerivedCell, derive, gap, reasonAt } from "./cells.ts";
import { slotsPerYear } from "./yearOnYear.ts";

/** Years of history a figure is judged against, and the fewest numbers a judgement rests on. */
export const WINDOW_YEARS = 10;
const leastNumbers = (perYear: number): number => (perYear === 1 ? 5 : Math.min(24, 2 * perYear + 4));

/** Percentile rank (0–100) of each figure among those of the ten years up to and including it. */
export function percentileSeries(series: Series): Series {
  return score(series, "percentile", (window, value) => percentileRank(window, value));
}

/** Standard score of each figure against mean and s.d. of the ten years up to and including it. */
export function standardScore(series: Series): Series {
  return score(series, "standard-deviation", (window, value) => {
    const deviation = sampleStandardDeviation(window);
    return deviation > 0 ? (value - mean(window)) / deviation : null;
  });
}

function score(
  series: Series,
  unit: string,
  judge: (window: number[], value: number) => number | null,
): Series {
  const perYear = slotsPerYear(series.frequency);
  return derive(series, unit, (i): DerivedCell => {
    const x = series.values[i] ?? null;
    if (x === null) return gap(reasonAt(series, i));
    const window = numbers(series.values.slice(Math.max(0, i + 1 - WINDOW_YEARS * perYear), i + 1));
    if (window.length < leastNumbers(perYear)) return gap("not-published");
    const judged = judge(window, x);
    return judged === null ? gap("unknown") : { value: judged };
  });
}

const numbers = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null);
