import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { baxterKing, baxterKingWeights } from "./baxterKing.ts";
import { boostedHodrickPrescott } from "./boostedHodrickPrescott.ts";
import { butterworth } from "./butterworth.ts";
import { christianoFitzgerald } from "./christianoFitzgerald.ts";
import { fourierToeplitz } from "./fourierToeplitz.ts";
import { hamiltonFilter, randomWalkCycle } from "./hamilton.ts";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { hodrickPrescottWithGaps } from "./hodrickPrescottWithGaps.ts";
import { idealBandPass } from "./idealBandPass.ts";
import { oneSidedHodrickPrescott } from "./oneSidedHodrickPrescott.ts";
import { revisionBand } from "./revisionBand.ts";
import { cutOffPeriod, ravnUhlig, smoothingParameter } from "./smoothingParameter.ts";
import { termByTerm } from "./symmetricToeplitz.ts";
import type { TrendAndCycle } from "./trendAndCycle.ts";

function walk(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  const y = new Float64Array(n);
  for (let t = 1; t < n; t++) y[t] = y[t - 1]! + 0.2 + random.normal();
  return y;
}
const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let most = 0;
  for (let t = 0; t < a.length; t++)
    if (!Number.isNaN(a[t]!) || !Number.isNaN(b[t]!)) most = Math.max(most, Math.abs(a[t]! - b[t]!));
  return most;
};
const line = (n: number): Float64Array => Float64Array.from({ length: n }, (_, t) => 700 + 3.7 * t);
const wave = (n: number, period: number): Float64Array =>
  Float64Array.from({ length: n }, (_, t) => Math.cos((2 * Math.PI * t) / period));
const band = { low: 6, high: 32 };

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

describe("the smoothing parameter", () => {
  it("of 120 and 12 months is the OECD's", () => {
    expect(smoothingParameter(120)).toBeCloseTo(133_107.938, 3);
    expect(smoothingParameter(12)).toBeCloseTo(13.9282, 4);
    expect(smoothingParameter(6)).toBeCloseTo(1, 12);
  });
  it("and its period are inverses; months follow quarters by the fourth power", () => {
    expect(cutOffPeriod(smoothingParameter(39.7))).toBeCloseTo(39.7, 10);
    expect(cutOffPeriod(1600)).toBeCloseTo(39.7, 1);
    expect(ravnUhlig(12)).toBe(129_600);
    expect(ravnUhlig(1)).toBe(6.25);
    expect(() => smoothingParameter(2)).toThrow(AppError);
  });
  it("is where half of a wave stays in the trend", () => {
    const { trend } = hodrickPrescott(wave(1200, 40), smoothingParameter(40));
    expect(trend[600]).toBeCloseTo(0.5 * Math.cos((2 * Math.PI * 600) / 40), 6);
  });
});

describe("Hodrick–Prescott", () => {
  it("solves the first-order conditions y − τ = λK′Kτ", () => {
    const y = walk(60, 8);
    const { trend, cycle } = hodrickPrescott(y, 1600);
    const bend = (t: number): number => (t < 1 || t > 58 ? 0 : trend[t - 1]! - 2 * trend[t]! + trend[t + 1]!);
    const right = y.map((_, t) => 1600 * (bend(t - 1) - 2 * bend(t) + bend(t + 1)));
    expect(worst(cycle, right)).toBeLessThan(1e-8);
  });
  it("with λ = 0 gives the series back; with a huge λ the least-squares line", () => {
    const y = walk(50, 3);
    expect(worst(hodrickPrescott(y, 0).trend, y)).toBe(0);
    const { trend } = hodrickPrescott(y, 1e13);
    const bends = trend.map((v, t) => (t < 2 ? 0 : v - 2 * trend[t - 1]! + trend[t - 2]!));
    expect(worst(bends, new Float64Array(50))).toBeLessThan(1e-6);
    expect(hodrickPrescott(y, 1e13).cycle.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 5);
    expect(() => hodrickPrescott(y, -1)).toThrow(/λ/);
  });
  it("of an expanding sample ends where the one-sided filter stands", () => {
    const y = walk(80, 21);
    const { trend } = oneSidedHodrickPrescott(y, 129_600, { first: 3 });
    const ends = y.map((_, t) =>
      t < 2 ? Number.NaN : hodrickPrescott(y.subarray(0, t + 1), 129_600).trend[t]!,
    );
    expect(worst(trend, ends)).toBeLessThan(1e-9);
  });
  it("one-sided with λ = 0 follows every figure", () => {
    const y = walk(30, 2);
    expect(worst(oneSidedHodrickPrescott(y, 0, { first: 3 }).trend.slice(2), y.slice(2))).toBe(0);
  });
  it("with a gap is the smoother that was not told: a figure on the trend changes nothing", () => {
    const y = walk(90, 13);
    const holed = y.slice();
    for (const t of [0, 30, 31, 32, 89]) holed[t] = Number.NaN;
    const without = hodrickPrescottWithGaps(holed, 1600);
    const filled = y.slice();
    for (const t of [0, 30, 31, 32, 89]) filled[t] = without.trend[t]!;
    expect(worst(hodrickPrescott(filled, 1600).trend, without.trend)).toBeLessThan(1e-9);
    expect(() => hodrickPrescottWithGaps(holed.fill(Number.NaN), 1600)).toThrow(/found 0 in 90/);
  });
  it("over periods yet to come goes on along its line and leaves the past as the plain filter has it", () => {
    const y = walk(90, 14);
    const open = new Float64Array(100).fill(Number.NaN);
    open.set(y);
    const { trend } = hodrickPrescottWithGaps(open, 14_400);
    expect(worst(trend.subarray(0, 90), hodrickPrescott(y, 14_400).trend)).toBeLessThan(1e-9);
    for (let t = 90; t < 100; t++) expect(trend[t]).toBeCloseTo(2 * trend[t - 1]! - trend[t - 2]!, 8);
  });
});

describe("the boosted filter", () => {
  it("once is the plain one, and m times leaves the gain (λκ/(1+λκ))ᵐ of a wave", () => {
    const y = walk(100, 41);
    expect(worst(boostedHodrickPrescott(y, 1600, { rounds: 1 }).cycle, hodrickPrescott(y, 1600).cycle)).toBe(
      0,
    );
    const lambda = smoothingParameter(40);
    const { cycle } = boostedHodrickPrescott(wave(1201, 40), lambda, { rounds: 3 });
    expect(cycle[600]).toBeCloseTo(0.5 ** 3, 4);
  });
  it("weighs what it explains against the freedom it uses, as written out by the matrix", () => {
    const y = walk(24, 42);
    const n = y.length;
    const power = (m: number): Float64Array[] =>
      Array.from(
        { length: n },
        (_, i) =>
          boostedHodrickPrescott(
            Float64Array.from({ length: n }, (_, t) => (t === i ? 1 : 0)),
            100,
            { rounds: m },
          ).cycle,
      );
    const trace = (m: number): number => power(m).reduce((s, column, i) => s + column[i]!, 0);
    const squares = (m: number): number =>
      boostedHodrickPrescott(y, 100, { rounds: m }).cycle.reduce((s, c) => s + c * c, 0);
    const { criterion, rounds } = boostedHodrickPrescott(y, 100);
    criterion.forEach((value, i) => {
      const m = i + 1;
      expect(value).toBeCloseTo(squares(m) / squares(1) + (Math.log(n) * (n - trace(m))) / trace(1), 9);
    });
    expect(Math.min(...criterion)).toBe(criterion[rounds - 1]);
  });
  it("takes more of a random walk out than the plain filter, and nothing of a line", () => {
    const y = walk(200, 43);
    const boosted = boostedHodrickPrescott(y, 1600);
    expect(boosted.rounds).toBeGreaterThan(1);
    expect(boosted.cycle.reduce((s, c) => s + c * c, 0)).toBeLessThan(
      hodrickPrescott(y, 1600).cycle.reduce((s, c) => s + c * c, 0),
    );
    expect(worst(boostedHodrickPrescott(line(50), 1600).trend, line(50))).toBeLessThan(1e-9);
    expect(() => boostedHodrickPrescott(y, 1600, { rounds: 0 })).toThrow(/at least once; found 0/);
  });
});

describe("sums of weights over the sample", () => {
  it.each([
    [5, 4],
    [64, 63],
    [100, 7],
    [721, 720],
  ])("of %i figures with %i lags are the same term by term and through the spectrum", (n, reach) => {
    const z = walk(n, 7).map((v) => v - 0.1 * n);
    const w = idealBandPass(band, reach);
    const terms = new Float64Array(n);
    const spectrum = new Float64Array(n);
    termByTerm(w, reach, z, 0, n, terms);
    fourierToeplitz(w, reach, z, spectrum);
    const written = z.map((_, t) =>
      z.reduce((sum, v, s) => (Math.abs(t - s) <= reach ? sum + w[Math.abs(t - s)]! * v : sum), 0),
    );
    expect(worst(terms, written)).toBeLessThan(1e-11);
    expect(worst(spectrum, written)).toBeLessThan(1e-12);
    fourierToeplitz(
      w,
      reach,
      z.map((v) => 1e9 * v),
      spectrum,
    );
    expect(
      worst(
        spectrum,
        written.map((v) => 1e9 * v),
      ),
    ).toBeLessThan(1e-3);
  });
});

describe("band-pass filters", () => {
  it("have weights that add up to 0", () => {
    const a = baxterKingWeights(band, 12);
    expect(a[0]! + 2 * a.slice(1).reduce((s, v) => s + v, 0)).toBeCloseTo(0, 14);
    const b = idealBandPass(band, 200_000);
    expect(b[0]! + 2 * b.slice(1).reduce((s, v) => s + v, 0)).toBeCloseTo(0, 4);
  });
  it("keep a wave inside the band and take one outside away", () => {
    for (const [period, gain] of [
      [16, 1],
      [3, 0],
      [90, 0],
    ] as const) {
      const y = wave(2880, period);
      expect(
        worst(
          christianoFitzgerald(y, band).cycle.subarray(1400, 1480),
          y.subarray(1400, 1480).map((v) => gain * v),
        ),
      ).toBeLessThan(0.02);
    }
  });
  it("Baxter–King has the gain of its weights at every wave", () => {
    const a = baxterKingWeights(band, 12);
    const gain = a.reduce((s, v, j) => s + (j === 0 ? 1 : 2) * v * Math.cos((2 * Math.PI * j) / 20), 0);
    expect(baxterKing(wave(200, 20), band, 12).cycle[100]).toBeCloseTo(gain, 10);
  });
  it("Christiano–Fitzgerald with few leads meets the same filter with all of them in the middle", () => {
    const y = walk(101, 30);
    const all = christianoFitzgerald(y, band).cycle;
    expect(christianoFitzgerald(y, band, { type: "symmetric" }).cycle[50]).toBeCloseTo(all[50]!, 10);
    const white = christianoFitzgerald(y, band, { type: "symmetric", root: false }).cycle;
    expect(white[50]).toBeCloseTo(christianoFitzgerald(y, band, { root: false }).cycle[50]!, 10);
    expect(
      christianoFitzgerald(y, band, { type: "fixed", leads: 50 }).cycle.filter((c) => !Number.isNaN(c)),
    ).toHaveLength(1);
  });
  it("refuse a band that is none", () => {
    expect(() => christianoFitzgerald(walk(50, 1), { low: 32, high: 6 })).toThrow(/32 to 6/);
    expect(() => christianoFitzgerald(walk(50, 1), band, { type: "fixed" })).toThrow(/1 to 24 leads/);
  });
});

describe("Butterworth", () => {
  it("of order 1 passes half of the wave at its cut-off, and sharper orders less beyond it", () => {
    // 576 is a whole number of both waves: the cosine stands at 1.
    const middle = (order: number, period: number): number =>
      butterworth(wave(1153, period), { order, cutOffPeriod: 32 }).trend[576]!;
    for (const order of [1, 2, 4, 8]) {
      expect(middle(order, 32)).toBeCloseTo(0.5, 3);
      const ratio = Math.tan(Math.PI / 24) / Math.tan(Math.PI / 32);
      expect(middle(order, 24)).toBeCloseTo(1 / (1 + ratio ** (2 * order)), 3);
    }
  });
  it("stays itself at order 8 and eight years of months, where λ is 10²³", () => {
    const y = walk(720, 9);
    const { trend, cycle } = butterworth(y, { order: 8, cutOffPeriod: 96 });
    // A line is reproduced and the filter is symmetric in time, which rounding would break first.
    const back = butterworth(y.toReversed(), { order: 8, cutOffPeriod: 96 });
    expect(worst(back.trend.toReversed(), trend)).toBeLessThan(1e-7);
    expect(worst(cycle, new Float64Array(720))).toBeLessThan(40);
    expect(worst(butterworth(line(720), { order: 8, cutOffPeriod: 96 }).trend, line(720))).toBeLessThan(1e-7);
  });
});

describe("Hamilton", () => {
  it("refuses an exact line, whose lags all say the same", () => {
    expect(() => hamiltonFilter(line(160))).toThrow(/combination of the columns before it/);
  });
  it("finds the coefficients of a foreseeable series and leaves it no cycle", () => {
    // y(t) = y(t−8) + 4 exactly, with eight different starting figures.
    const start = [3, -1, 4, 1, -5, 9, 2, 6];
    const y = Float64Array.from({ length: 120 }, (_, t) => start[t % 8]! + 4 * Math.floor(t / 8));
    const fit = hamiltonFilter(y, { h: 8, p: 1 });
    expect(fit.coefficients[0]).toBeCloseTo(4, 9);
    expect(fit.coefficients[1]).toBeCloseTo(1, 9);
    expect(fit.cycle.slice(8).every((c) => Math.abs(c) < 1e-9)).toBe(true);
    expect(fit.cycle.slice(0, 8).every(Number.isNaN)).toBe(true);
  });
});

describe("the revision band", () => {
  const y = walk(240, 17);
  it("of a one-sided filter is nothing: it never changes its mind", () => {
    const found = revisionBand(y, (s) => oneSidedHodrickPrescott(s, 1600).cycle, { first: 60 });
    expect(found.every((r) => r.meanAbsolute === 0 && r.sameSign === 1)).toBe(true);
  });
  it("of the two-sided filter narrows with the distance from the end and says what it rests on", () => {
    const found = revisionBand(y, (s) => hodrickPrescott(s, 1600).cycle, {
      first: 60,
      distances: 12,
      settled: 24,
    });
    expect(found).toHaveLength(13);
    expect(found[0]!.n).toBe(240 - 24 - 59);
    expect(found[12]!.meanAbsolute).toBeLessThan(0.4 * found[0]!.meanAbsolute);
    for (const r of found) expect([...r.quantiles]).toEqual([...r.quantiles].sort((a, b) => a - b));
  });
  it("refuses a history too short to have settled", () => {
    expect(() => revisionBand(y, (s) => s, { first: 230 })).toThrow(/needs 242 figures; found 240/);
  });
});
