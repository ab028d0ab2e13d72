import { describe, expect, it } from "vitest";
import { constantOnly, design } from "../regression/design.ts";
import { ols } from "../regression/ols.ts";
import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { argmaxProbability } from "./argmaxProbability.ts";
import { baiPerron } from "./baiPerron.ts";
import { chow } from "./chow.ts";
import { olsCusum, olsMosum, recursiveCusum } from "./fluctuation.ts";
import { fStatistics } from "./fStatistics.ts";
import { hansenP } from "./hansenP.ts";
import { recursiveResiduals } from "./recursiveResiduals.ts";
import { segmentSquares } from "./segmentSquares.ts";
import { simulatedP } from "./simulatedP.ts";

/** y = 1 + x + e, with the constant moved by `shift` after observation `at`. */
function simulated(seed: number, shift = 0, at = 60, n = 120) {
  const random = randomSource(seed);
  const z = Float64Array.from({ length: n }, () => random.normal());
  const y = z.map((v, t) => 1 + v + (t >= at ? shift : 0) + random.normal());
  return { y, z, x: design([z]).x };
}

const part = (x: Matrix, from: number, to: number): Matrix =>
  matrix(to - from, x.cols, x.data.slice(from * x.cols, to * x.cols));

const TESTS: readonly [string, (y: Float64Array, x: Matrix) => number][] = [
  ["Chow in the middle", (y, x) => chow(y, x, 60).p],
  ["CUSUM of least squares", (y, x) => olsCusum(y, x).p],
  ["CUSUM of recursive residuals", (y, x) => recursiveCusum(y, x).p],
  ["MOSUM", (y, x) => olsMosum(y, x, 0.25).p],
  ["sup F", (y, x) => fStatistics(y, x).sup.p],
  ["average F", (y, x) => fStatistics(y, x).ave.p],
  ["exponential F", (y, x) => fStatistics(y, x).exp.p],
];

describe.each(TESTS)("%s", (name, p) => {
  it("rejects a stable regression at most about once in twenty", () => {
    let rejected = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { y, x } = simulated(seed);
      if (p(y, x) < 0.05) rejected++;
    }
    // Binomial(300, 0.05): 15 ± 3.8; CUSUM and MOSUM are known to be conservative in samples of this size.
    expect(rejected).toBeGreaterThan(1);
    expect(rejected).toBeLessThan(30);
  });

  it("finds a planted break", () => {
    let found = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { y, x } = simulated(seed, 2);
      if (p(y, x) < 0.05) found++;
    }
    // The recursive CUSUM is weak against breaks late in the sample.
    expect(found).toBeGreaterThan(name.includes("recursive") ? 9 : 18);
  });

  it("does not mind the units", () => {
    const { y, x } = simulated(5, 0.7);
    expect(
      p(
        y.map((v) => 1e5 * v),
        x,
      ),
    ).toBeCloseTo(p(y, x), 8);
  });
});

describe("recursive residuals", () => {
  it("are the scaled prediction errors of the rows before", () => {
    const { y, x } = simulated(3, 0, 60, 30);
    const w = recursiveResiduals(x, y);
    expect([w[0], w[1]]).toEqual([Number.NaN, Number.NaN]);
    for (const t of [2, 9, 29]) {
      const { coefficients, rInverse } = qrLeastSquares(part(x, 0, t), y.subarray(0, t));
      let error = y[t]!;
      let spread = 1;
      for (let j = 0; j < 2; j++) error -= coefficients[j]! * x.data[2 * t + j]!;
      for (let j = 0; j < 2; j++) {
        let q = 0;
        for (let i = 0; i <= j; i++) q += x.data[2 * t + i]! * rInverse[2 * i + j]!;
        spread += q * q;
      }
      expect(w[t]!).toBeCloseTo(error / Math.sqrt(spread), 11);
    }
  });

  it("have squares that sum to the rss of every stretch, also where it begins with a constant column", () => {
    const random = randomSource(4);
    const still = Float64Array.from({ length: 40 }, (_, t) => (t < 12 ? 0 : random.normal()));
    const { y } = simulated(6, 0, 20, 40);
    const { x } = design([still]);
    const squares = segmentSquares(x, y, 10);
    for (const [i, j] of [
      [0, 39],
      [5, 25],
      [0, 11],
    ] as const) {
      const rss = qrLeastSquares(part(x, i, j + 1), y.subarray(i, j + 1), { dropCollinear: true }).rss;
      expect(squares[i]![j - i]!).toBeCloseTo(rss, 9);
    }
  });
});

describe("Chow and F statistics", () => {
  it("are the F test of dummies on everything", () => {
    const { y, z, x } = simulated(2, 1);
    const after = z.map((_, t) => (t >= 50 ? 1 : 0));
    const wide = ols(y, design([z, after, z.map((v, t) => v * after[t]!)]));
    const narrow = ols(y, design([z]));
    const f = (narrow.rss - wide.rss) / 2 / (wide.rss / wide.df);
    expect(chow(y, x, 50).statistic).toBeCloseTo(f, 8);
    const path = fStatistics(y, x);
    expect(path.path[50 - path.from]! / 2).toBeCloseTo(f, 8);
  });

  it("put average ≤ sup, and half the sup above the exponential", () => {
    const { sup, ave, exp } = fStatistics(...order(simulated(7, 0.5)));
    expect(ave.statistic).toBeLessThan(sup.statistic);
    expect(exp.statistic).toBeLessThan(sup.statistic / 2);
    expect(exp.statistic).toBeGreaterThan(ave.statistic / 2);
  });

  it("have Andrews' 5 % points for 15 % trimming", () => {
    // Andrews (1993, 2003), table I, π₀ = 0.15: 8.68, 11.72, 14.13.
    for (const [k, critical] of [
      [1, 8.68],
      [2, 11.72],
      [3, 14.13],
    ] as const)
      expect(hansenP("sup", critical, k, 0.15)).toBeCloseTo(0.05, 2);
    expect(hansenP("sup", 3.8414588, 1, 0.5)).toBeCloseTo(0.05, 6);
    expect(() => hansenP("ave", 5, 6, 0.15)).toThrow(/1 to 5 coefficients; found 6/);
  });

  it("simulate what the tables hold, and go on where they end", () => {
    for (const k of [1, 3, 5]) {
      const statistics = { sup: 8 + 2 * k, ave: 2 + 1.4 * k, exp: 1 + k };
      const simulated = simulatedP(statistics, k, 200, 30, 170);
      // Monte-Carlo error 0.007 at most, and the tables' own.
      for (const kind of ["sup", "ave", "exp"] as const)
        expect(Math.abs(simulated[kind] - hansenP(kind, statistics[kind], k, 0.15))).toBeLessThan(0.03);
    }
    const random = randomSource(8);
    const columns = Array.from({ length: 6 }, () =>
      Float64Array.from({ length: 120 }, () => random.normal()),
    );
    const y = columns[0]!.map((v, t) => v + (t >= 60 ? 3 : 0) + random.normal());
    expect(fStatistics(y, design(columns).x).sup.p).toBeLessThan(0.01);
    const steady = columns[0]!.map((v) => v + random.normal());
    expect(fStatistics(steady, design(columns).x).sup.p).toBeGreaterThan(0.01);
  });

  it("never give a larger statistic a larger p-value", () => {
    for (const kind of ["sup", "ave", "exp"] as const)
      for (let k = 1; k <= 5; k++) {
        const p = Array.from({ length: 60 }, (_, i) => hansenP(kind, 2 * i, k, 0.15));
        for (let i = 1; i < 60; i++) expect(p[i]!).toBeLessThanOrEqual(p[i - 1]!);
        expect(p[59]!).toBeLessThan(2e-4);
      }
  });

  it("refuse points without room on both sides", () => {
    const { y, x } = simulated(1);
    expect(() => chow(y, x, 2)).toThrow(/between 3 and 117; found 2/);
    expect(() => fStatistics(y, x, 0.6)).toThrow(/found 0.6/);
    expect(() => olsMosum(y, x, 0.7)).toThrow(/found 0.7/);
    expect(() => olsCusum([1, 2, 3], constantOnly(3).x)).not.toThrow();
    expect(() => olsCusum([1, 1, 1, 1], constantOnly(4).x)).toThrow(/fits perfectly/);
    expect(() => recursiveCusum([1, Number.NaN, 2, 3, 4], constantOnly(5).x)).toThrow(/row 2 has another/);
  });
});

describe("Bai–Perron", () => {
  const planted = (seed: number) => {
    const random = randomSource(seed);
    return Float64Array.from({ length: 150 }, (_, t) => (t < 50 ? 0 : t < 110 ? 3 : -1) + random.normal());
  };

  it("finds two planted breaks, their number and their levels", () => {
    const found = baiPerron(planted(1), constantOnly(150).x);
    expect(found.chosen.breaks).toHaveLength(2);
    expect(Math.abs(found.chosen.breaks[0]! - 50)).toBeLessThanOrEqual(2);
    expect(Math.abs(found.chosen.breaks[1]! - 110)).toBeLessThanOrEqual(2);
    const [a, b, c] = found.coefficients(found.chosen).map((v) => v[0]!);
    expect(a!).toBeCloseTo(0, 0);
    expect(b!).toBeCloseTo(3, 0);
    expect(c!).toBeCloseTo(-1, 0);
  });

  it("gives what trying every partition gives", () => {
    const y = planted(2).subarray(40, 70);
    const { x } = constantOnly(30);
    const squares = segmentSquares(x, y, 5);
    let least = Number.POSITIVE_INFINITY;
    for (let i = 5; i <= 20; i++)
      for (let j = i + 5; j <= 25; j++)
        least = Math.min(least, squares[0]![i - 1]! + squares[i]![j - 1 - i]! + squares[j]![29 - j]!);
    expect(baiPerron(y, x, { h: 5, breaks: 2 }).partitions[2]!.rss).toBeCloseTo(least, 10);
  });

  it("covers the date about as often as it says", () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { y } = simulated(seed, 1.2, 70, 140);
      const found = baiPerron(y, constantOnly(140).x, { breaks: 1 });
      const [interval] = found.intervals(found.partitions[1]!, 90);
      if (interval!.lower <= 70 && 70 <= interval!.upper) covered++;
    }
    // Binomial(100, 0.9): 90 ± 3; whole dates make the intervals a little wide.
    expect(covered).toBeGreaterThan(79);
  });

  it("refuses regimes shorter than their coefficients and samples without room", () => {
    const { y, x } = simulated(1);
    expect(() => baiPerron(y, x, { h: 2 })).toThrow(/shortest allowed has 2/);
    expect(() => baiPerron(y, x, { h: 70 })).toThrow(/needs 140; found 120/);
  });
});

describe("the distribution of a break date", () => {
  it("runs from 0 to 1, is ½ at 0 in the symmetric case, and mirrors", () => {
    expect(argmaxProbability(0)).toBeCloseTo(0.5, 12);
    expect(argmaxProbability(-1e4)).toBeCloseTo(0, 10);
    expect(argmaxProbability(1e4, 0.4, 2)).toBeCloseTo(1, 10);
    for (const x of [0.3, 2, 9]) expect(argmaxProbability(x) + argmaxProbability(-x)).toBeCloseTo(1, 12);
  });

  it("has the quantiles that Bai prints: 90 % within 7, 95 % within 11", () => {
    // Bai (1997), §2.3.1: the 95th and 97.5th percentiles are 7 and 11 in the symmetric case.
    expect(argmaxProbability(7.687)).toBeCloseTo(0.95, 3);
    expect(argmaxProbability(11.033)).toBeCloseTo(0.975, 3);
  });

  it("meets itself at 0 and rises", () => {
    for (const [xi, phi] of [
      [0.5, 1],
      [2, 0.3],
      [1, 4],
    ] as const) {
      expect(argmaxProbability(-1e-12, xi, phi)).toBeCloseTo(argmaxProbability(1e-12, xi, phi), 5);
      const values = Array.from({ length: 60 }, (_, i) => argmaxProbability(i - 30, xi, phi));
      for (let i = 1; i < 60; i++) expect(values[i]!).toBeGreaterThanOrEqual(values[i - 1]! - 1e-12);
    }
  });
});

function order({ y, x }: { y: Float64Array; x: Matrix }): [Float64Array, Matrix] {
  return [y, x];
}
