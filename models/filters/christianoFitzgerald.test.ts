import { describe, expect, it } from "vitest";
import { christianoFitzgerald } from "./christianoFitzgerald.ts";
import { band, walk, wave, worst } from "./testFigures.ts";

describe("Christiano–Fitzgerald", () => {
  it("keeps a wave inside the band and takes one outside away", () => {
    for (const [period, gain] of [
      [16, 1],
      [3, 0],
      [90, 0],
    ] as const) {
      const y = wave(2880, period);
      expect(
        worst(
          christianoFitzgerald(y, band).cycle.subarray(1400, 1480),
          y.subarray(1400, 1480).map((v) => gain * v),
        ),
      ).toBeLessThan(0.02);
    }
  });
  it("with few leads meets the same filter with all of them in the middle", () => {
    const y = walk(101, 30);
    const all = christianoFitzgerald(y, band).cycle;
    expect(christianoFitzgerald(y, band, { type: "symmetric" }).cycle[50]).toBeCloseTo(all[50]!, 10);
    const white = christianoFitzgerald(y, band, { type: "symmetric", root: false }).cycle;
    expect(white[50]).toBeCloseTo(christianoFitzgerald(y, band, { root: false }).cycle[50]!, 10);
    expect(
      christianoFitzgerald(y, band, { type: "fixed", leads: 50 }).cycle.filter((c) => !Number.isNaN(c)),
    ).toHaveLength(1);
  });
  it("refuses a band that is none", () => {
    expect(() => christianoFitzgerald(walk(50, 1), { low: 32, high: 6 })).toThrow(/32 to 6/);
    expect(() => christianoFitzgerald(walk(50, 1), band, { type: "fixed" })).toThrow(/1 to 24 leads/);
  });
});
