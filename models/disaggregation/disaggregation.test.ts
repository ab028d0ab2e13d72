import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import type { SumConstraint } from "./constraints.ts";
import { denton } from "./denton.ts";
import { disaggregate } from "./regressionBased.ts";

const sums = (x: ArrayLike<number>, constraints: readonly SumConstraint[]) =>
  constraints.map(({ from, to }) =>
    Array.from(x)
      .slice(from, to + 1)
      .reduce((s, v) => s + v, 0),
  );
const quartersOf = (x: readonly number[]): SumConstraint[] =>
  Array.from({ length: x.length / 3 }, (_, q) => ({
    from: 3 * q,
    to: 3 * q + 2,
    total: x[3 * q]! + x[3 * q + 1]! + x[3 * q + 2]!,
  }));

function simulated(n: number, seed: number) {
  const random = randomSource(seed);
  const z = Array.from({ length: n }, (_, t) => 50 + 0.3 * t + 5 * Math.sin(t / 2) + random.normal());
  let u = 0;
  const x = z.map((v) => {
    u = 0.8 * u + 0.5 * random.normal();
    return 10 + 2 * v + u;
  });
  return { z, x, one: z.map(() => 1) };
}

describe("Denton", () => {
  const { z, x } = simulated(36, 1);
  it.each(["proportional", "additive"] as const)("%s: keeps every sum", (kind) => {
    const constraints = quartersOf(x);
    sums(denton(z, constraints, kind), constraints).forEach((s, q) => {
      expect(s).toBeCloseTo(constraints[q]!.total, 8);
    });
  });

  it("gives back a series that is a multiple of its indicator, or lies a constant above it", () => {
    const twice = z.map((v) => 2 * v);
    denton(z, quartersOf(twice), "proportional").forEach((v, t) => {
      expect(v).toBeCloseTo(twice[t]!, 8);
    });
    const above = z.map((v) => v + 7);
    denton(z, quartersOf(above), "additive").forEach((v, t) => {
      expect(v).toBeCloseTo(above[t]!, 8);
    });
  });

  it("refuses zeros it would divide by, and figures that overlap or lie outside", () => {
    expect(() => denton([1, 0, 1], [{ from: 0, to: 2, total: 3 }], "proportional")).toThrow(/0 at period 1/);
    const twice = [
      { from: 0, to: 1, total: 1 },
      { from: 1, to: 2, total: 1 },
    ];
    expect(() => denton([1, 1, 1], twice, "additive")).toThrow(/period 1 belongs to two/);
    expect(() => denton([1, 1], [{ from: 0, to: 2, total: 1 }], "additive")).toThrow(/series of 2/);
  });
});

describe("Chow–Lin and Fernández", () => {
  const { z, x, one } = simulated(120, 2);
  it.each(["chow-lin", "fernandez"] as const)("%s: keeps every sum and follows the truth", (method) => {
    const constraints = quartersOf(x);
    const made = disaggregate([one, z], constraints, x.length, method);
    sums(made.x, constraints).forEach((s, q) => {
      expect(Math.abs(s / constraints[q]!.total - 1)).toBeLessThan(1e-10);
    });
    const rmse = Math.sqrt(x.reduce((s, v, t) => s + (v - made.x[t]!) ** 2, 0) / x.length);
    const even = Math.sqrt(
      x.reduce((s, v, t) => s + (v - constraints[Math.floor(t / 3)]!.total / 3) ** 2, 0) / x.length,
    );
    expect(rmse).toBeLessThan(even / 4);
  });

  it("its standard errors are those it makes: about two thirds within one", () => {
    let inside = 0;
    let n = 0;
    for (let seed = 10; seed < 20; seed++) {
      const s = simulated(90, seed);
      const made = disaggregate([s.one, s.z], quartersOf(s.x), 90, "chow-lin");
      made.x.forEach((v, t) => {
        n++;
        if (Math.abs(v - s.x[t]!) < made.standardErrors[t]!) inside++;
      });
    }
    expect(inside / n).toBeGreaterThan(0.58);
    expect(inside / n).toBeLessThan(0.78);
  });

  it("a period known alone is kept with no error; only the joined ones are spread", () => {
    const constraints: SumConstraint[] = x.slice(0, 24).flatMap((v, t) => {
      if (t % 12 === 0) return [{ from: t, to: t + 1, total: v + x[t + 1]! }];
      return t % 12 === 1 ? [] : [{ from: t, to: t, total: v }];
    });
    const made = disaggregate([one.slice(0, 24), z.slice(0, 24)], constraints, 24, "chow-lin");
    expect(made.x[5]).toBeCloseTo(x[5]!, 8);
    expect(made.standardErrors[5]).toBe(0);
    expect(made.standardErrors[12]).toBeGreaterThan(0);
    expect(Math.abs(made.x[12]! - x[12]!)).toBeLessThan(2);
  });

  it("refuses related series that are one, and too few figures", () => {
    expect(() => disaggregate([z, z], quartersOf(x), x.length, "fernandez")).toThrow(/depend on one another/);
    expect(() => disaggregate([one, z], quartersOf(x).slice(0, 3), x.length, "chow-lin")).toThrow(
      /at least 4/,
    );
  });
});
