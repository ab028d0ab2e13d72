import { describe, expect, it } from "vitest";
import { gammaVariate } from "./gamma.ts";
import { randomSource } from "./generator.ts";

const N = 200_000;
const mean = (of: Float64Array, power = 1) => of.reduce((s, x) => s + x ** power, 0) / of.length;
const drawn = (next: () => number) => Float64Array.from({ length: N }, next);

describe("seeded random numbers", () => {
  it("repeat with the seed and differ between neighbouring seeds", () => {
    const a = randomSource(42);
    const b = randomSource(42);
    const c = randomSource(43);
    const first = Array.from({ length: 5 }, () => a.normal());
    expect(Array.from({ length: 5 }, () => b.normal())).toEqual(first);
    expect(Array.from({ length: 5 }, () => c.normal())).not.toEqual(first);
  });

  it("uniform: inside (0, 1), mean ½, variance 1/12, neighbours unrelated", () => {
    const source = randomSource(1);
    const u = drawn(() => source.uniform());
    expect(u.every((v) => v > 0 && v < 1)).toBe(true);
    // Four standard errors of each moment.
    expect(Math.abs(mean(u) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / N));
    expect(Math.abs(mean(u, 2) - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / N));
    const lagged = u.subarray(1).reduce((s, v, i) => s + (v - 0.5) * (u[i]! - 0.5), 0) / N;
    expect(Math.abs(lagged)).toBeLessThan(4 / 12 / Math.sqrt(N));
  });

  it("normal: moments 0, 1, 0, 3 and the share beyond two standard deviations", () => {
    const source = randomSource(2);
    const z = drawn(() => source.normal());
    expect(Math.abs(mean(z))).toBeLessThan(4 / Math.sqrt(N));
    expect(Math.abs(mean(z, 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(mean(z, 3))).toBeLessThan(4 * Math.sqrt(15 / N));
    expect(Math.abs(mean(z, 4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N));
    const beyond = z.filter((v) => Math.abs(v) > 2).length / N;
    expect(Math.abs(beyond - 0.0455003)).toBeLessThan(4 * Math.sqrt(0.0455 / N));
  });

  it.each([0.4, 1, 7.5])("gamma of shape %d: mean and variance equal the shape", (shape) => {
    const source = randomSource(3);
    const g = drawn(() => gammaVariate(source, shape));
    expect(Math.abs(mean(g) - shape)).toBeLessThan(4 * Math.sqrt(shape / N));
    const spread = mean(g, 2) - mean(g) ** 2;
    expect(Math.abs(spread - shape)).toBeLessThan(4 * Math.sqrt((2 * shape ** 2 + 6 * shape) / N));
  });
});
