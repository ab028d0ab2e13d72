import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { baxterKing } from "./baxterKing.ts";
import { boostedHodrickPrescott } from "./boostedHodrickPrescott.ts";
import { butterworth } from "./butterworth.ts";
import { christianoFitzgerald } from "./christianoFitzgerald.ts";
import { hamiltonFilter, randomWalkCycle } from "./hamilton.ts";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { hodrickPrescottWithGaps } from "./hodrickPrescottWithGaps.ts";
import { oneSidedHodrickPrescott } from "./oneSidedHodrickPrescott.ts";
import { band, line, walk, worst } from "./testFigures.ts";
import type { TrendAndCycle } from "./trendAndCycle.ts";

const FILTERS: Record<string, (y: Float64Array) => TrendAndCycle> = {
  "Hodrick–Prescott": (y) => hodrickPrescott(y, 1600),
  "Hodrick–Prescott with gaps": (y) => hodrickPrescottWithGaps(y, 1600),
  "boosted Hodrick–Prescott": (y) => boostedHodrickPrescott(y, 1600, { rounds: 4 }),
  "one-sided Hodrick–Prescott": (y) => oneSidedHodrickPrescott(y, 1600),
  Hamilton: (y) => hamiltonFilter(y, { h: 8, p: 4 }),
  "random walk": (y) => randomWalkCycle(y, 8),
  "Baxter–King": (y) => baxterKing(y, band, 12),
  "Christiano–Fitzgerald": (y) => christianoFitzgerald(y, band),
  "Christiano–Fitzgerald, drift": (y) => christianoFitzgerald(y, band, { drift: true }),
  "Christiano–Fitzgerald, symmetric": (y) => christianoFitzgerald(y, band, { type: "symmetric" }),
  "Christiano–Fitzgerald, fixed": (y) => christianoFitzgerald(y, band, { type: "fixed", leads: 12 }),
  "Butterworth, order 1": (y) => butterworth(y, { order: 1, cutOffPeriod: 32 }),
  "Butterworth, order 6": (y) => butterworth(y, { order: 6, cutOffPeriod: 32 }),
};
const LEVEL_ONLY = new Set(["random walk", "Christiano–Fitzgerald", "Butterworth, order 1"]);

describe.each(Object.entries(FILTERS))("%s", (_, filter) => {
  const y = walk(160, 5);
  it("splits the series in two parts that add up to it", () => {
    const { trend, cycle } = filter(y);
    const whole = trend.map((v, t) => v + cycle[t]!);
    expect(
      worst(
        whole,
        y.map((v, t) => (Number.isNaN(cycle[t]!) ? Number.NaN : v)),
      ),
    ).toBeLessThan(1e-11);
    expect(cycle.filter((c) => !Number.isNaN(c)).length).toBeGreaterThan(100);
  });
  it("moves with the scale and the level of the series", () => {
    const { cycle } = filter(y);
    const other = filter(y.map((v) => 50 - 2.5 * v)).cycle;
    expect(
      worst(
        other,
        cycle.map((c) => -2.5 * c),
      ),
    ).toBeLessThan(1e-9);
  });
  it("refuses a series too short and says what it needs", () => {
    expect(() => filter(y.subarray(0, 2))).toThrow(/needs at least/);
    expect(() => filter(y.subarray(0, 2))).toThrow(AppError);
  });
});

// Hamilton's lags of an exact line say the same thing: that is refused, not guessed.
it.each(Object.entries(FILTERS).filter(([name]) => name !== "Hamilton"))(
  "%s sees no cycle in a straight line",
  (name, filter) => {
    const { cycle } = filter(LEVEL_ONLY.has(name) ? line(160).fill(700) : line(160));
    expect(
      worst(
        cycle,
        cycle.map((c) => (Number.isNaN(c) ? c : 0)),
      ),
    ).toBeLessThan(1e-9);
  },
);

it.each(Object.entries(FILTERS).filter(([name]) => name !== "Hodrick–Prescott with gaps"))(
  "%s refuses a gap and says where",
  (_, filter) => {
    const holed = walk(160, 5);
    holed[40] = Number.NaN;
    expect(() => filter(holed)).toThrow(/position 41 of 160/);
  },
);
