import { describe, expect, it } from "vitest";
import { idealBandPass } from "./idealBandPass.ts";
import { band } from "./testFigures.ts";

describe("the ideal band pass", () => {
  it("has weights that add up to 0", () => {
    const b = idealBandPass(band, 200_000);
    expect(b[0]! + 2 * b.slice(1).reduce((s, v) => s + v, 0)).toBeCloseTo(0, 4);
  });
});
