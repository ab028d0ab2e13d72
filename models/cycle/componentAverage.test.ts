import { describe, expect, it } from "vitest";
import { chainedAverage, componentAverage } from "./componentAverage.ts";

describe("averages over a changing composition", () => {
  const a = Float64Array.from([100, 101, 102, 103]);
  const b = Float64Array.from([Number.NaN, Number.NaN, 110, 112]);
  it("jump with the plain mean and do not with the chained one", () => {
    expect([...componentAverage([a, b], { minShare: 0.4 })]).toEqual([100, 101, 106, 107.5]);
    const chained = chainedAverage([a, b], { minShare: 0.4 });
    expect(chained[2]).toBeCloseTo(102, 12);
    expect(chained[3]).toBeCloseTo((102 * 215) / 212, 12);
  });
  it("refuse weights that are none", () => {
    expect(() => componentAverage([a], { weights: [0] })).toThrow(/above 0/);
    expect(() => componentAverage([a], { minShare: 1 })).toThrow(/below 1/);
    expect(() => chainedAverage([b, b], { base: 0 })).toThrow(/position 1/);
  });
});
