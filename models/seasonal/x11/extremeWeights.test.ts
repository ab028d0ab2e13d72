import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { variancesDiffer } from "./cochranTest.ts";
import { extremeWeights } from "./extremeWeights.ts";
import { replaceExtremes } from "./replaceExtremes.ts";
import { planX11 } from "./x11Options.ts";

const plan = (n: number, firstPeriod = 1) =>
  planX11(new Float64Array(n).fill(1), { period: 12, firstPeriod });
const alternating = (n: number, size: number): Float64Array =>
  Float64Array.from({ length: n }, (_, t) => (t % 2 === 0 ? size : -size));
const weightsOf = (
  x: Float64Array,
  grouping: "years" | "months" | boolean[] = "years",
  first = 1,
): Float64Array => {
  const w = new Float64Array(x.length);
  extremeWeights(plan(x.length, first), x, 0, grouping, 0, x.length, 0, x.length, w);
  return w;
};

describe("weights of the irregular", () => {
  it("are one where nothing stands out, zero far out, graduated between", () => {
    const x = alternating(120, 1);
    x[40] = 20;
    x[70] = 2;
    const w = weightsOf(x);
    // σ of the second pass over the third to seventh years: 58 months of ±1 and one 2, the 20 left out.
    const sigma = Math.sqrt((58 + 4) / 59);
    expect(w[40]).toBe(0);
    expect(w[70]).toBeCloseTo(2.5 - 2 / sigma, 10);
    expect(w.filter((v) => v < 1)).toHaveLength(2);
  });

  it("follow the spread of five years, not of the whole series", () => {
    const x = Float64Array.from([...alternating(120, 1), ...alternating(120, 10)]);
    x[20] = 6;
    x[220] = 6;
    const w = weightsOf(x);
    expect(w[20]).toBe(0);
    expect(w[220]).toBe(1);
  });

  it("take a quiet month by itself where months are told apart", () => {
    const x = Float64Array.from({ length: 120 }, (_, t) => (t % 12 === 3 ? 0.1 : 1) * (t % 24 < 12 ? 1 : -1));
    x[51] = 0.8;
    expect(weightsOf(x)[51]).toBe(1);
    expect(weightsOf(x, "months")[51]).toBe(0);
    const april = Array.from({ length: 12 }, (_, j) => j === 3);
    expect(weightsOf(x, april)[51]).toBe(0);
    // In a series that begins in April the same figures are Januaries of the plan's fourth month.
    expect(
      weightsOf(
        x,
        Array.from({ length: 12 }, (_, j) => j === 6),
        4,
      )[51],
    ).toBe(0);
  });

  it("stay one where there is no spread at all", () => {
    expect(weightsOf(new Float64Array(60)).every((v) => v === 1)).toBe(true);
  });
});

describe("replacement of extremes", () => {
  it("takes two full-weight neighbours on each side, and the weighted figure itself", () => {
    const si = Float64Array.from([1, 2, 3, 4, 100, 6, 7, 8, 9, 10]);
    const w = new Float64Array(10).fill(1);
    w[4] = 0.5;
    w[5] = 0;
    replaceExtremes(si, w, 0, 10, 1);
    expect(si[4]).toBeCloseTo((0.5 * 100 + 3 + 4 + 7 + 8) / 4.5, 12);
    // Two before: 4 and 3, the figure of part weight being passed over.
    expect(si[5]).toBeCloseTo((3 + 4 + 7 + 8) / 4, 12);
  });

  it("takes the four nearest the end in the first and last two years", () => {
    const si = Float64Array.from([1, 50, 3, 4, 5, 6, 7, 8, 60, 10]);
    const w = new Float64Array(10).fill(1);
    w[1] = w[8] = 0;
    replaceExtremes(si, w, 0, 10, 1);
    expect(si[1]).toBeCloseTo((1 + 3 + 4 + 5) / 4, 12);
    expect(si[8]).toBeCloseTo((10 + 8 + 7 + 6) / 4, 12);
  });

  it("takes the mean of the month where fewer than four have full weight", () => {
    const si = Float64Array.from([1, 2, 3, 4, 5]);
    const w = Float64Array.from([0, 0, 1, 1, 1]);
    replaceExtremes(si, w, 0, 5, 1);
    expect(Array.from(si)).toEqual([3, 3, 3, 4, 5]);
  });
});

describe("Cochran's test", () => {
  it("rejects a loud month and keeps its size on noise", () => {
    const random = randomSource(11);
    let rejected = 0;
    for (let run = 0; run < 200; run++) {
      const x = Float64Array.from({ length: 180 }, () => random.normal());
      if (variancesDiffer(x, 0, 0, 180, 12)) rejected++;
    }
    expect(rejected).toBeGreaterThan(1);
    expect(rejected).toBeLessThan(25);
    const loud = Float64Array.from({ length: 180 }, (_, t) => (t % 12 === 1 ? 4 : 1) * random.normal());
    expect(variancesDiffer(loud, 0, 0, 180, 12)).toBe(true);
  });
});
