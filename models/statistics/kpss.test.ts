import { describe, expect, it } from "vitest";
import { kpss } from "./kpss.ts";

describe("the statistic of Kwiatkowski, Phillips, Schmidt and Shin", () => {
  it("gives the KPSS statistic worked by hand on four figures", () => {
    // y − ȳ = (−1.5, −0.5, 0.5, 1.5); partial sums −1.5, −2, −1.5, 0; γ₀ = 1.25, no lags: (2.25 + 4 + 2.25) / (16 · 1.25)
    expect(kpss(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(8.5 / 20, 12);
  });
});
