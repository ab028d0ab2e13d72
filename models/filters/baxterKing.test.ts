import { describe, expect, it } from "vitest";
import { baxterKing, baxterKingWeights } from "./baxterKing.ts";
import { band, wave } from "./testFigures.ts";

describe("Baxter–King", () => {
  it("has weights that add up to 0", () => {
    const a = baxterKingWeights(band, 12);
    expect(a[0]! + 2 * a.slice(1).reduce((s, v) => s + v, 0)).toBeCloseTo(0, 14);
  });
  it("has the gain of its weights at every wave", () => {
    const a = baxterKingWeights(band, 12);
    const gain = a.reduce((s, v, j) => s + (j === 0 ? 1 : 2) * v * Math.cos((2 * Math.PI * j) / 20), 0);
    expect(baxterKing(wave(200, 20), band, 12).cycle[100]).toBeCloseTo(gain, 10);
  });
});
