import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { movingScale, type PastError } from "./movingScale.ts";

const errors = (z: readonly number[], doubt = 0): PastError[] => z.map((error) => ({ error, own: 1, doubt }));

/** `n` normal errors of a standard deviation. */
function normals(n: number, sd: number, seed = 3): PastError[] {
  const random = randomSource(seed);
  return errors(Array.from({ length: n }, () => sd * random.normal()));
}

/** Mean of log c after forty errors that end anywhere. */
function settled(past: readonly PastError[]): number {
  const after = Array.from({ length: past.length - 40 }, (_, i) =>
    Math.log(movingScale(past.slice(i, i + 40))),
  );
  return after.reduce((s, v) => s + v, 0) / after.length;
}

describe("a scale that moves with past errors", () => {
  it("is 1 without a past, and near 1 where errors are as told", () => {
    expect(movingScale([])).toBe(1);
    expect(Math.abs(settled(normals(2000, 1)))).toBeLessThan(0.12);
  });

  it("moves as its formula says, by hand, with doubt aside", () => {
    const first = 0.3 * (1 / 0.920_537 - 1);
    expect(movingScale(errors([1]))).toBeCloseTo(Math.exp(first), 12);
    const second = 0.85 * first + 0.3 * (0.25 / (Math.exp(2 * first) + 0.49) / 0.920_537 - 1);
    expect(movingScale([...errors([1]), ...errors([-0.5], 0.7)])).toBeCloseTo(Math.exp(second), 12);
  });

  it("widens with errors above what is told and narrows with smaller ones", () => {
    expect(settled(normals(2000, 2.5))).toBeGreaterThan(0.4);
    expect(settled(normals(2000, 0.3))).toBeLessThan(-0.4);
  });

  it("takes one crisis in a bounded step, stops at its widest, and has forgotten most after three years", () => {
    const calm = normals(30, 1);
    const once = [...calm, ...errors([80])];
    expect(movingScale(once)).toBe(movingScale([...calm, ...errors([8])]));
    expect(Math.log(movingScale(once))).toBeLessThan(0.85 * Math.log(movingScale(calm)) + 1.01);
    const crisis = [...calm, ...errors([60, -30, 20, 15, 12, -9, 8, 7])];
    expect(movingScale(crisis)).toBeCloseTo(2.5, 12);
    const later = movingScale([...crisis, ...normals(12, 1, 5)]);
    expect(Math.log(later)).toBeLessThan(0.35 * Math.log(2.5));
  });

  it("refuses errors and scales that are none", () => {
    expect(() => movingScale(errors([1, Number.NaN]))).toThrow(/finite/);
    expect(() => movingScale(errors([1], Number.NaN))).toThrow(/finite/);
    expect(() => movingScale([{ error: 1, own: 0, doubt: 1 }])).toThrow(/above 0/);
  });
});
