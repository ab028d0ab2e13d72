import { describe, expect, it } from "vitest";
import { fourierToeplitz } from "./fourierToeplitz.ts";
import { idealBandPass } from "./idealBandPass.ts";
import { termByTerm } from "./symmetricToeplitz.ts";
import { band, walk, worst } from "./testFigures.ts";

describe("sums of weights over the sample", () => {
  it.each([
    [5, 4],
    [64, 63],
    [100, 7],
    [721, 720],
  ])("of %i figures with %i lags are the same term by term and through the spectrum", (n, reach) => {
    const z = walk(n, 7).map((v) => v - 0.1 * n);
    const w = idealBandPass(band, reach);
    const terms = new Float64Array(n);
    const spectrum = new Float64Array(n);
    termByTerm(w, reach, z, 0, n, terms);
    fourierToeplitz(w, reach, z, spectrum);
    const written = z.map((_, t) =>
      z.reduce((sum, v, s) => (Math.abs(t - s) <= reach ? sum + w[Math.abs(t - s)]! * v : sum), 0),
    );
    expect(worst(terms, written)).toBeLessThan(1e-11);
    expect(worst(spectrum, written)).toBeLessThan(1e-12);
    fourierToeplitz(
      w,
      reach,
      z.map((v) => 1e9 * v),
      spectrum,
    );
    expect(
      worst(
        spectrum,
        written.map((v) => 1e9 * v),
      ),
    ).toBeLessThan(1e-3);
  });
});
