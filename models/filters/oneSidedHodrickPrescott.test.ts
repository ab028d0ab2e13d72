import { describe, expect, it } from "vitest";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { oneSidedHodrickPrescott } from "./oneSidedHodrickPrescott.ts";
import { walk, worst } from "./testFigures.ts";

describe("the one-sided Hodrick–Prescott filter", () => {
  it("stands where the two-sided one of an expanding sample ends", () => {
    const y = walk(80, 21);
    const { trend } = oneSidedHodrickPrescott(y, 129_600, { first: 3 });
    const ends = y.map((_, t) =>
      t < 2 ? Number.NaN : hodrickPrescott(y.subarray(0, t + 1), 129_600).trend[t]!,
    );
    expect(worst(trend, ends)).toBeLessThan(1e-9);
  });
  it("with λ = 0 follows every figure", () => {
    const y = walk(30, 2);
    expect(worst(oneSidedHodrickPrescott(y, 0, { first: 3 }).trend.slice(2), y.slice(2))).toBe(0);
  });
});
