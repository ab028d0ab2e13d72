import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { hacCovariance, hcCovariance, standardErrorsOf } from "./covariance/robustCovariance.ts";
import { constantOnly, design } from "./design.ts";
import { ols } from "./ols.ts";
import { qrLeastSquares } from "./qrLeastSquares.ts";

function simulated(n: number, seed = 1) {
  const random = randomSource(seed);
  const x1 = Float64Array.from({ length: n }, () => random.normal());
  const x2 = Float64Array.from({ length: n }, (_, t) => 0.5 * x1[t]! + random.normal());
  const y = x1.map((v, t) => 1 + 2 * v - 0.5 * x2[t]! + random.normal());
  return { x1, x2, y };
}

/** NIST StRD, Longley: certified to fifteen digits, and badly conditioned. */
const LONGLEY = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];
const CERTIFIED = {
  coefficients: [
    -3482258.63459582, 15.0618722713733, -0.35819179292591e-1, -2.02022980381683, -1.03322686717359,
    -0.511041056535807e-1, 1829.15146461355,
  ],
  errors: [
    890420.383607373, 84.9149257747669, 0.334910077722432e-1, 0.488399681651699, 0.214274163161675,
    0.22607320006937, 455.478499142212,
  ],
  sigma: 304.854073561965,
  r2: 0.995479004577296,
};

describe("least squares", () => {
  it("meets NIST's certified figures for Longley's data", () => {
    const columns = [1, 2, 3, 4, 5, 6].map((j) => LONGLEY.map((row) => row[j]!));
    const fit = ols(
      LONGLEY.map((row) => row[0]!),
      design(columns),
    );
    CERTIFIED.coefficients.forEach((b, j) => {
      expect(Math.abs(fit.coefficients[j]! / b - 1)).toBeLessThan(1e-9);
      expect(Math.abs(fit.standardErrors[j]! / CERTIFIED.errors[j]! - 1)).toBeLessThan(1e-9);
    });
    expect(Math.abs(fit.sigma / CERTIFIED.sigma - 1)).toBeLessThan(1e-11);
    expect(fit.r2).toBeCloseTo(CERTIFIED.r2, 12);
  });

  it("solves NIST's Wampler1: y = 1 + x + … + x⁵ has six coefficients of 1 and no error", () => {
    const powers = Array.from({ length: 6 }, (_, p) => Float64Array.from({ length: 21 }, (_, t) => t ** p));
    const y = powers[0]!.map((_, t) => powers.reduce((s, column) => s + column[t]!, 0));
    const fit = ols(y, design(powers, { intercept: false }));
    for (const b of fit.coefficients) expect(b).toBeCloseTo(1, 8);
    expect(fit.sigma).toBeLessThan(1e-7);
  });

  it("gives the textbook's standard errors of a line", () => {
    // b = 0.8, a = 0.6, RSS = 3.6, σ² = 1.2, se(b) = √(σ²/10), se(a) = √(σ² (1/5 + 9/10))
    const fit = ols([1, 3, 2, 5, 4], design([[1, 2, 3, 4, 5]]));
    expect([...fit.coefficients]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1.2 * 1.1), 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(0.12), 12);
  });

  it("leaves residuals at right angles to every regressor, and leverages that sum to k", () => {
    const { x1, x2, y } = simulated(200);
    const fit = ols(y, design([x1, x2]));
    for (const c of [x1.map(() => 1), x1, x2])
      expect(Math.abs(fit.residuals.reduce((s, e, t) => s + e * c[t]!, 0))).toBeLessThan(1e-11);
    expect(fit.leverage.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 11);
  });

  it("knows nothing of the units: t and R² stay when columns are scaled", () => {
    const { x1, x2, y } = simulated(80);
    const plain = ols(y, design([x1, x2]));
    const scaled = ols(
      y.map((v) => 1e6 * v),
      design([x1.map((v) => 1e-5 * v), x2.map((v) => 300 * v)]),
    );
    plain.t.forEach((t, j) => {
      expect(scaled.t[j]!).toBeCloseTo(t, 9);
    });
    expect(scaled.r2).toBeCloseTo(plain.r2, 12);
    expect(scaled.coefficients[1]!).toBeCloseTo(1e11 * plain.coefficients[1]!, 0);
  });

  it("is the mean when there is a constant alone", () => {
    const fit = ols([1, 2, 6], constantOnly(3));
    expect(fit.coefficients[0]).toBeCloseTo(3, 14);
    expect(fit.f).toBeNull();
  });

  it("names the column that repeats others", () => {
    const { x1, x2, y } = simulated(30);
    const sum = x1.map((v, t) => v - 3 * x2[t]!);
    expect(() => ols(y, design([x1, x2, sum], { names: ["oil", "coal", "energy"] }))).toThrow(
      /energy is a combination/,
    );
    expect(() => ols(y, design([x1.map(() => 4)], { names: ["flat"] }))).toThrow(/flat is a combination/);
  });

  it("says what else it cannot take", () => {
    expect(() => ols([1, 2], design([[1, 2]]))).toThrow(/more than 2 observations; found 2/);
    expect(() => ols([1, Number.NaN, 3, 4], design([[1, 2, 4, 5]]))).toThrow(/y holds NaN in row 2/);
    expect(() => ols([7, 7, 7, 7], design([[1, 2, 4, 5]]))).toThrow(/every one of the 4 observations is 7/);
    expect(() => design([[1, 2], [1]])).toThrow(/column 2 has 1/);
  });

  it("drops a repeated column when asked, and fits the same", () => {
    const { x1, x2, y } = simulated(30);
    const wide = design([x1, x1.map((v) => 2 * v), x2]).x;
    const fit = qrLeastSquares(wide, y, { dropCollinear: true });
    expect(fit.dropped).toEqual([false, false, true, false]);
    expect(fit.rss).toBeCloseTo(qrLeastSquares(design([x1, x2]).x, y).rss, 10);
  });
});

describe("robust covariances", () => {
  it("put HC0 ≤ HC2 ≤ HC3 on the diagonal", () => {
    const { x1, x2, y } = simulated(40);
    const fit = ols(y, design([x1, x2]));
    const [hc0, hc2, hc3] = (["HC0", "HC2", "HC3"] as const).map((k) =>
      standardErrorsOf(hcCovariance(fit, k)),
    );
    for (let j = 0; j < 3; j++) {
      expect(hc0![j]!).toBeLessThan(hc2![j]!);
      expect(hc2![j]!).toBeLessThan(hc3![j]!);
    }
  });

  it("are HC0 when no lag is taken", () => {
    const { x1, x2, y } = simulated(40);
    const fit = ols(y, design([x1, x2]));
    const hac = hacCovariance(fit, { bandwidth: 0 }).covariance;
    hcCovariance(fit, "HC0").data.forEach((v, i) => {
      expect(hac.data[i]!).toBeCloseTo(v, 13);
    });
  });

  it("see the autocorrelation that classical errors miss", () => {
    // The mean of an AR(1) with ρ = 0.8: its long-run standard error is 1/(1 − ρ)/√n.
    const random = randomSource(9);
    const n = 20_000;
    const y = new Float64Array(n);
    for (let t = 0; t < n; t++) y[t] = 0.8 * (y[t - 1] ?? 0) + random.normal();
    const fit = ols(y, constantOnly(n));
    for (const options of [
      { bandwidth: "newey-west", prewhiten: true },
      { bandwidth: "andrews", kernel: "quadratic-spectral" },
      { bandwidth: "andrews", kernel: "parzen", prewhiten: true },
    ] as const) {
      const [se] = standardErrorsOf(hacCovariance(fit, options).covariance);
      expect(Math.abs((se! * Math.sqrt(n)) / 5 - 1)).toBeLessThan(0.12);
    }
  });
});
