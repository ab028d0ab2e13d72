import { stl } from "./stl.ts";
import type { StlOptions } from "./stlOptions.ts";

export interface Seasons {
  seasonals: readonly { period: number; values: Float64Array }[];
  trend: Float64Array;
  remainder: Float64Array;
}

/**
 * The loop of MSTL over the seasons, the shortest first, `rounds` times: with D the series less all its seasons,
 *   S_i ← seasonal of STL(D + S_i; m_i),   D ← (D + S_i) − S_i,   trend that of the last STL,   remainder D − trend
 * Bandara, Hyndman & Bergmeir (2021), MSTL, §2.
 */
export function multipleSeasons(
  y: Float64Array,
  periods: readonly number[],
  rounds: number,
  windowOf: (season: number) => number | "periodic",
  options: Omit<StlOptions, "period" | "seasonalWindow">,
): Seasons {
  const n = y.length;
  const seasonals = periods.map((period) => ({ period, values: new Float64Array(n) }));
  const rest = y.slice();
  let trend: Float64Array = new Float64Array(n);
  for (let round = 0; round < rounds; round++)
    seasonals.forEach(({ period, values }, i) => {
      for (let t = 0; t < n; t++) rest[t]! += values[t]!;
      const fit = stl(rest, { ...options, period, seasonalWindow: windowOf(i) });
      values.set(fit.seasonal);
      trend = fit.trend;
      for (let t = 0; t < n; t++) rest[t]! -= values[t]!;
    });
  return { seasonals, trend, remainder: rest.map((v, t) => v - trend[t]!) };
}

/** 7 + 4i for the i-th season, counted from one. */
export const defaultWindow = (season: number): number => 7 + 4 * (season + 1);
