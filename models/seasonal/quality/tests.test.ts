import { describe, expect, it } from "vitest";
import { springFestival } from "../../calendar/springFestival.ts";
import { AppError } from "../../errors.ts";
import { epochDay, parseIsoDate } from "../../series/date.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { identifiableSeasonality } from "./identifiableSeasonality.ts";
import { kruskalWallis } from "./kruskalWallis.ts";
import { movingSeasonalityTest } from "./movingSeasonalityTest.ts";
import { qsOfIrregular, qsOfSeries } from "./qsStatistic.ts";
import { residualSeasonality } from "./residualSeasonality.ts";
import { springFestivalTest } from "./springFestivalTest.ts";
import { type FTest, stableSeasonality } from "./stableSeasonality.ts";

const random = randomSource(23);
const noise = (n: number): Float64Array => Float64Array.from({ length: n }, () => random.normal());
/** Share of samples whose p is at most 10 %. */
const rejections = (p: (x: Float64Array) => number, n: number, runs = 300): number => {
  let rejected = 0;
  for (let run = 0; run < runs; run++) if (p(noise(n)) <= 0.1) rejected++;
  return rejected / runs;
};
const cosine = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, t) => Math.cos((2 * Math.PI * t) / 12));

describe("stable seasonality", () => {
  it("is the one-way analysis of variance worked by hand", () => {
    // Groups 1 2 3, 2 4 6, 5 6 7: between 24 with 2 degrees, within 12 with 6.
    const x = Float64Array.from([1, 2, 5, 2, 4, 6, 3, 6, 7]);
    const test = stableSeasonality(x, 3);
    expect(test.f).toBeCloseTo(6, 12);
    expect([test.df1, test.df2]).toEqual([2, 6]);
  });

  it("keeps its size on noise, and sees a season", () => {
    const share = rejections((x) => stableSeasonality(x, 12).p, 120);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.16);
    expect(
      stableSeasonality(
        noise(120).map((v, t) => v + 2 * cosine(120)[t]!),
        12,
      ).p,
    ).toBeLessThan(1e-6);
  });

  it("does not mind level and unit, nor where the series begins", () => {
    const x = noise(96);
    const { f } = stableSeasonality(x, 12);
    expect(
      stableSeasonality(
        x.map((v) => 100 - 7 * v),
        12,
      ).f,
    ).toBeCloseTo(f, 9);
    const turned = Float64Array.from([...x.slice(12), ...x.slice(0, 12)]);
    expect(stableSeasonality(turned, 12).f).toBeCloseTo(f, 9);
  });

  it("answers at the edges", () => {
    expect(stableSeasonality(new Float64Array(24).fill(1), 12)).toMatchObject({ f: 0, p: 1 });
    const pure = Float64Array.from({ length: 24 }, (_, t) => t % 12);
    expect(stableSeasonality(pure, 12)).toMatchObject({ f: Number.POSITIVE_INFINITY, p: 0 });
    expect(() => stableSeasonality(noise(23), 12)).toThrow(AppError);
  });
});

describe("moving seasonality", () => {
  it("keeps its size and sees years of their own", () => {
    const share = rejections((x) => movingSeasonalityTest(x, 12, 0, 0).p, 144);
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.18);
    const years = noise(144).map((v, t) => v * (t < 72 ? 1 : 3));
    expect(movingSeasonalityTest(years, 12, 0, 0).p).toBeLessThan(1e-4);
  });

  it("takes whole calendar years only", () => {
    const x = noise(144);
    const whole = movingSeasonalityTest(x.slice(7, 7 + 132), 12, 0, 0);
    const begun = movingSeasonalityTest(x, 12, 5, 0);
    expect(begun.f).toBeCloseTo(whole.f, 12);
    expect(begun.df1).toBe(10);
    expect(() => movingSeasonalityTest(noise(29), 12, 6, 0)).toThrow(AppError);
  });
});

describe("Kruskal and Wallis' test", () => {
  it("is the rank sum worked by hand, ties sharing their rank", () => {
    // Ranks 1 2 3 against 4 5 6: H = 12/42 (36 + 225)/3 − 21.
    expect(kruskalWallis(Float64Array.from([1, 10, 2, 20, 3, 30]), 2).h).toBeCloseTo(27 / 7, 12);
    expect(kruskalWallis(Float64Array.from([1, 1, 1, 1, 1, 1]), 2).h).toBeCloseTo(0, 12);
  });

  it("keeps its size and minds only the order", () => {
    const share = rejections((x) => kruskalWallis(x, 12).p, 144);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.15);
    const x = noise(96);
    expect(kruskalWallis(x.map(Math.exp), 12).h).toBeCloseTo(kruskalWallis(x, 12).h, 10);
  });
});

describe("identifiable seasonality", () => {
  const test = (f: number, p: number): FTest => ({ f, p, df1: 11, df2: 100 });
  it.each([
    [test(50, 1e-9), test(1, 0.4), 1e-6, "present"],
    [test(50, 1e-9), test(40, 1e-6), 1e-6, "not-present"],
    [test(2, 0.02), test(1, 0.4), 1e-6, "not-present"],
    [test(50, 1e-9), test(1, 0.4), 0.5, "probably-not-present"],
    [test(5, 1e-6), test(1, 0.4), 1e-6, "probably-not-present"],
  ] as const)("case %#: %s", (stable, moving, ranks, answer) => {
    const found = identifiableSeasonality(stable, moving, ranks);
    expect(found.answer).toBe(answer);
    expect(found.m7).toBeCloseTo(
      Math.sqrt((Math.min(7 / stable.f, 9) + Math.min((3 * moving.f) / stable.f, 9)) / 2),
      12,
    );
  });

  it("bounds both terms at nine", () => {
    expect(identifiableSeasonality(test(0, 1), test(5, 0.01), 1).m7).toBe(3);
  });
});

describe("residual seasonality", () => {
  it("sees the season in the quarterly change, also in the last three years alone", () => {
    const walk = (n: number) => {
      let level = 100;
      return noise(n).map((v) => {
        level += v;
        return level;
      });
    };
    const clean = residualSeasonality(walk(144), 12);
    expect(clean.all.p).toBeGreaterThan(0.001);
    const late = walk(144).map((v, t) => v + (t >= 106 ? 12 * cosine(144)[t]! : 0));
    expect(residualSeasonality(late, 12).lastThreeYears!.p).toBeLessThan(0.01);
    expect(residualSeasonality(walk(38), 12).lastThreeYears).toBeNull();
    expect(() => residualSeasonality(walk(60), 6)).toThrow(AppError);
  });
});

describe("QS", () => {
  it("counts positive seasonal autocorrelation only", () => {
    const opposed = Float64Array.from(
      { length: 96 },
      (_, t) => (Math.floor(t / 12) % 2 === 0 ? 1 : -1) * noiseOf[t % 12]!,
    );
    expect(qsOfIrregular(opposed, 12).qs).toBe(0);
    const seasonal = Float64Array.from({ length: 120 }, (_, t) => noiseOf[t % 12]!);
    // r(12) = 108/120, r(24) = 96/120.
    const n = 120;
    expect(qsOfIrregular(seasonal, 12).qs).toBeCloseTo(n * (n + 2) * (0.81 / 108 + 0.64 / 96), 8);
  });

  it("does not mind a trend, and half the time finds nothing in noise", () => {
    const x = noise(160);
    expect(
      qsOfSeries(
        x.map((v, t) => v + 3 * t),
        12,
      ).qs,
    ).toBeCloseTo(qsOfSeries(x, 12).qs, 6);
    let none = 0;
    for (let run = 0; run < 200; run++) if (qsOfIrregular(noise(144), 12).qs === 0) none++;
    expect(none).toBeGreaterThan(70);
    expect(none).toBeLessThan(150);
    expect(() => qsOfIrregular(noise(24), 12)).toThrow(AppError);
  });
});
const noiseOf = noise(12).map((v) => v + 0.01);

describe("Spring Festival in an irregular", () => {
  /** Share of the seven days of the festival in each month from January 1990. */
  const share = Float64Array.from({ length: 12 * 30 }, (_, t) => {
    const year = 1990 + Math.floor(t / 12);
    const month = (t % 12) + 1;
    const day = parseIsoDate(springFestival(year)!)!;
    const inside = Math.min(day + 7, epochDay(year, month + 1, 1)) - Math.max(day, epochDay(year, month, 1));
    return Math.max(inside, 0) / 7;
  });

  it("is seen where it is and keeps its size where it is not", () => {
    const moved = noise(360).map((v, t) => 1 + 0.01 * v + 0.02 * share[t]!);
    const test = springFestivalTest(moved, 1990, 1);
    expect(test.p).toBeLessThan(1e-4);
    expect(test.df1).toBe(3);
    expect(test.df2).toBe(90 - 6);
    const rejected = rejections((x) => springFestivalTest(x, 1990, 1).p, 360, 200);
    expect(rejected).toBeGreaterThan(0.04);
    expect(rejected).toBeLessThan(0.18);
  });

  it("does not look beyond March", () => {
    const x = noise(360);
    const louder = x.map((v, t) => (t % 12 > 2 ? 100 * v : v));
    expect(springFestivalTest(louder, 1990, 1).f).toBeCloseTo(springFestivalTest(x, 1990, 1).f, 12);
  });

  it("takes a series from any month on, and needs some years", () => {
    const x = noise(360);
    const later = springFestivalTest(x.slice(7), 1990, 8);
    const blank = springFestivalTest(
      x.map((v, t) => (t < 7 ? Number.NaN : v)),
      1990,
      1,
    );
    expect(later.f).toBeCloseTo(blank.f, 10);
    expect(() => springFestivalTest(noise(20), 1990, 1)).toThrow(AppError);
    expect(() => springFestivalTest(noise(240), 1900, 1)).toThrow(AppError);
  });
});
