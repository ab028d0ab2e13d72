import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { clarkWest } from "./clarkWest.ts";
import { dieboldMariano } from "./dieboldMariano.ts";
import { modelConfidenceSet } from "./modelConfidenceSet.ts";

const normals = (n: number, seed: number, sd = 1) => {
  const random = randomSource(seed);
  return Array.from({ length: n }, () => sd * random.normal());
};

describe("Diebold–Mariano", () => {
  it("turns its sign when the models change places", () => {
    const [a, b] = [normals(60, 1), normals(60, 2, 2)];
    const there = dieboldMariano(a, b, { horizon: 3 });
    const back = dieboldMariano(b, a, { horizon: 3 });
    expect(back.statistic).toBeCloseTo(-there.statistic, 12);
    expect(there.pValue).toBeCloseTo(back.pValue, 12);
    expect(there.statistic).toBeLessThan(0);
    expect(dieboldMariano(a, b, { alternative: "less" }).pValue).toBeLessThan(0.01);
    expect(dieboldMariano(a, b, { alternative: "greater" }).pValue).toBeGreaterThan(0.99);
  });

  it("cries wolf in about one of twenty cases where the models are equally good", () => {
    let rejected = 0;
    for (let i = 0; i < 400; i++)
      if (dieboldMariano(normals(80, 2 * i + 1), normals(80, 2 * i + 2)).pValue < 0.05) rejected++;
    // 20 expected; four standard errors.
    expect(Math.abs(rejected - 20)).toBeLessThan(4 * Math.sqrt(400 * 0.05 * 0.95));
  });

  it("says when it had to take Bartlett's weights", () => {
    const zigzag = Array.from({ length: 20 }, (_, t) => (t % 2 ? 2 : 1));
    const r = dieboldMariano(
      zigzag,
      Array.from({ length: 20 }, () => 1.2),
      { horizon: 2 },
    );
    expect(r.variance).toBe("bartlett");
    expect(Number.isFinite(r.statistic)).toBe(true);
  });

  it("refuses what cannot be compared", () => {
    expect(() => dieboldMariano([1, 2], [1, 2, 3])).toThrow(/2 and 3/);
    expect(() => dieboldMariano([1, 2, 3], [1, 2, 3])).toThrow(/never differ/);
    expect(() => dieboldMariano([1, Number.NaN, 3], [1, 2, 3])).toThrow(/missing/);
    expect(() => dieboldMariano([1, 2], [1, 1], { horizon: 4 })).toThrow(/at least 5/);
  });
});

describe("Clark–West", () => {
  const y = normals(200, 3);
  it("sees a regressor that helps and none where it only adds noise", () => {
    const signal = normals(200, 4);
    const target = y.map((v, t) => v + signal[t]!);
    const helpful = clarkWest(
      target,
      target.map(() => 0),
      signal,
    );
    expect(helpful.pValue).toBeLessThan(0.001);
    const noise = clarkWest(
      y,
      y.map(() => 0),
      normals(200, 5, 0.3),
    );
    expect(noise.pValue).toBeGreaterThan(0.02);
  });

  it("refuses models that never differ", () => {
    expect(() => clarkWest(y, y, y)).toThrow(/never differ/);
  });
});

describe("model confidence set", () => {
  const losses = (scale: number, seed: number) => normals(150, seed).map((v) => scale * v * v);
  const options = { level: 90, draws: 500, blockLength: 3, seed: 1 };

  it("keeps the good, drops the bad, whatever the order", () => {
    const good = losses(1, 1);
    const twin = good.map((v, t) => v + 0.01 * (t % 2 ? 1 : -1));
    const bad = losses(3, 2);
    const set = modelConfidenceSet({ bad, good, twin }, options);
    expect(set.members).toEqual(["good", "twin"]);
    expect(set.order[0]).toBe("bad");
    expect(modelConfidenceSet({ twin, good, bad }, options).pValues.bad).toBe(set.pValues.bad);
    expect(Object.values(set.pValues).sort().at(-1)).toBe(1);
  });

  it("holds the best in about nine of ten samples where all are equally good", () => {
    let inside = 0;
    for (let i = 0; i < 100; i++) {
      const three = { a: losses(1, 3 * i + 1), b: losses(1, 3 * i + 2), c: losses(1, 3 * i + 3) };
      if (modelConfidenceSet(three, { ...options, draws: 200 }).members.includes("a")) inside++;
    }
    expect(inside).toBeGreaterThanOrEqual(84);
  });

  it("repeats with its seed and refuses gaps", () => {
    const of = { a: losses(1, 1), b: losses(1.2, 2) };
    expect(modelConfidenceSet(of, options)).toEqual(modelConfidenceSet(of, options));
    expect(() => modelConfidenceSet({ ...of, c: [1] }, options)).toThrow(/c has 1 losses/);
    expect(() => modelConfidenceSet({ a: [Number.NaN, ...of.a.slice(1)] }, options)).toThrow(
      /of a is missing/,
    );
  });
});
