import type { Frequency } from "../series/frequency.ts";
import { PERIODS_PER_YEAR } from "../series/frequency.ts";
import type { Series } from "../series/series.ts";
import { testSeries } from "../series/testSeries.ts";

const START: Readonly<Record<Frequency, string>> = {
  A: "1970",
  Q: "2005-Q1",
  M: "2014-01",
  W: "2018-W01",
  D: "2024-01-01",
};

/**
 * A series for trying models on: level 50, a slow rise, a season where the frequency has one, and repeatable noise.
 * The same every time, everywhere.
 */
export function promiseSeries(frequency: Frequency, length: number, gapAt: readonly number[] = []): Series {
  const season = PERIODS_PER_YEAR[frequency];
  let state = 20_260_401;
  const values = Array.from({ length }, (_, t) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = state / 2 ** 32 - 0.5;
    const wave = season > 1 ? 4 * Math.sin((2 * Math.PI * t) / season) : 0;
    return gapAt.includes(t) ? null : 50 + 0.05 * t + wave + 2 * noise;
  });
  return testSeries(START[frequency], values, { frequency, indicator: "example.level", unit: "index" });
}
