import { describe, expect, it } from "vitest";
import { boostedHodrickPrescott } from "./boostedHodrickPrescott.ts";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { smoothingParameter } from "./smoothingParameter.ts";
import { line, walk, wave, worst } from "./testFigures.ts";

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
