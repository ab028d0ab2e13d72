import { describe, expect, it } from "vitest";
import { matrix, transpose } from "../statistics/matrix/matrix.ts";
import { crossProduct, multiply } from "../statistics/matrix/multiply.ts";
import { randomSource } from "../statistics/random/generator.ts";
import { baiNg } from "./baiNg.ts";
import { pca } from "./pca.ts";
import { pcaMissing } from "./pcaMissing.ts";

/** T × N figures of r factors and noise. */
function panel(t: number, n: number, r: number, noise = 0.5, seed = 2) {
  const random = randomSource(seed);
  const normal = (length: number) => Float64Array.from({ length }, () => random.normal());
  const common = multiply(matrix(t, r, normal(t * r)), matrix(r, n, normal(r * n)));
  return matrix(
    t,
    n,
    common.data.map((v) => v + noise * random.normal()),
  );
}

const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, v, i) => Math.max(most, Math.abs(v - b[i]!)), 0);

describe.each([
  ["tall", 60, 8],
  ["wide", 12, 30],
] as const)("principal components of a %s panel", (_, t, n) => {
  const x = panel(t, n, 2);
  const most = Math.min(t, n) - 1;

  it("have orthonormal loadings and uncorrelated factors of length one", () => {
    const { loadings, factors } = pca(x, { components: 3 });
    const one = matrix(3, 3, Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]));
    expect(largestGap(crossProduct(loadings, loadings).data, one.data)).toBeLessThan(1e-12);
    expect(largestGap(crossProduct(factors, factors).data, one.data)).toBeLessThan(1e-11);
  });

  it("put the figures back together when all are kept", () => {
    const { factors, loadings, mean } = pca(x, { components: most, scaling: "demean", normalise: false });
    const back = multiply(factors, transpose(loadings));
    expect(
      largestGap(
        back.data.map((v, i) => v + mean[i % n]!),
        x.data,
      ),
    ).toBeLessThan(t > n ? 3 : 1e-10);
    const whole = pca(x, { scaling: "none", normalise: false });
    expect(largestGap(whole.common.data, x.data)).toBeLessThan(1e-10);
  });

  it("explain a share that grows to what the eigenvalues say", () => {
    const { explained, eigenvalues } = pca(x, { components: 3 });
    const total = eigenvalues.reduce((a, b) => a + b, 0);
    expect(total).toBeCloseTo(t * n, 6);
    expect(explained[3]!).toBeCloseTo((eigenvalues[0]! + eigenvalues[1]! + eigenvalues[2]!) / total, 12);
    expect([...explained]).toEqual([...explained].sort((a, b) => a - b));
  });

  it("do not mind units and levels once standardised", () => {
    const moved = matrix(
      t,
      n,
      x.data.map((v, i) => 10 ** ((i % n) % 5) * v - 40 * (i % n)),
    );
    expect(
      largestGap(pca(moved, { components: 2 }).factors.data, pca(x, { components: 2 }).factors.data),
    ).toBeLessThan(1e-9);
  });
});

describe("the number of factors", () => {
  it("is found by all three criteria in a large panel", () => {
    const x = panel(150, 60, 3);
    // Noise of one variance, as it is made: standardising would give series of small loadings more of it.
    const { eigenvalues } = pca(x, { scaling: "demean" });
    expect(baiNg(eigenvalues, 150, 60, { most: 10 }).chosen).toEqual([3, 3, 3]);
  });

  it("does not hang on the units of the criterion", () => {
    const { eigenvalues } = pca(panel(50, 20, 2));
    const mean = baiNg(eigenvalues, 50, 20);
    const sum = baiNg(eigenvalues, 50, 20, { units: "sum" });
    expect(sum.chosen).toEqual(mean.chosen);
    expect(sum.criteria[1]![0] - mean.criteria[1]![0]).toBeCloseTo(Math.log(1000), 10);
    expect(() => baiNg(eigenvalues, 50, 20, { most: 20 })).toThrow(/0 to 19 factors/);
  });
});

describe("gaps", () => {
  const x = panel(80, 10, 2, 0.05);
  const holed = matrix(
    80,
    10,
    x.data.map((v, i) => (i % 17 === 3 ? Number.NaN : v)),
  );

  it("are filled near what stood there when the factors explain nearly everything", () => {
    const { filled, converged } = pcaMissing(holed, { components: 2, tolerance: 1e-10, maxIterations: 500 });
    expect(converged).toBe(true);
    expect(largestGap(filled.data, x.data)).toBeLessThan(0.5);
    expect(filled.data.every((v, i) => Number.isNaN(holed.data[i]!) || v === holed.data[i])).toBe(true);
  });

  it("change nothing where there are none", () => {
    const { filled, factors, iterations } = pcaMissing(x, { components: 2 });
    expect(iterations).toBe(0);
    expect(filled.data).toEqual(x.data);
    expect(factors.data).toEqual(pca(x, { components: 2 }).factors.data);
  });

  it("are refused by name where too little is left, or no filling was asked for", () => {
    expect(() => pca(holed)).toThrow(/row 1, column 4 is NaN/);
    const empty = matrix(
      80,
      10,
      x.data.map((v, i) => (i % 10 === 6 ? Number.NaN : v)),
    );
    expect(() => pcaMissing(empty, { components: 2 })).toThrow(/column 7 has 0/);
    expect(() => pca(x, { components: 11 })).toThrow(/1 to 10 components; asked for 11/);
    const vast = matrix(
      80,
      10,
      holed.data.map((v) => v * 1e200),
    );
    expect(() => pcaMissing(vast, { components: 2 })).toThrow(/squares of series 1 are too large/);
    expect(() => pca(matrix(5, 2, new Float64Array(10).fill(3)))).toThrow(/series 1 never moves/);
  });
});
