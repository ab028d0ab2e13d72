import { describe, expect, it } from "vitest";
import { forwardTransform, inverseTransform, twiddles } from "./fastFourier.ts";
import { randomSource } from "./random/generator.ts";

const reversed = (f: number, bits: number): number => {
  let j = 0;
  for (let b = 0; b < bits; b++) if (f & (1 << b)) j |= 1 << (bits - 1 - b);
  return j;
};

describe("the fast Fourier transform", () => {
  it.each([8, 64])("of %i points is the sum written out, in bit-reversed order", (n) => {
    const random = randomSource(n);
    const x = Float64Array.from({ length: n }, random.normal);
    const y = Float64Array.from({ length: n }, random.normal);
    const [re, im] = [x.slice(), y.slice()];
    forwardTransform(re, im, twiddles(n));
    for (let f = 0; f < n; f++) {
      let [a, b] = [0, 0];
      for (let t = 0; t < n; t++) {
        const angle = (-2 * Math.PI * f * t) / n;
        a += x[t]! * Math.cos(angle) - y[t]! * Math.sin(angle);
        b += y[t]! * Math.cos(angle) + x[t]! * Math.sin(angle);
      }
      const j = reversed(f, Math.log2(n));
      expect(re[j]).toBeCloseTo(a, 11);
      expect(im[j]).toBeCloseTo(b, 11);
    }
  });
  it("and back gives n times the figures", () => {
    const random = randomSource(3);
    const x = Float64Array.from({ length: 1024 }, random.normal);
    const [re, im] = [x.slice(), new Float64Array(1024)];
    forwardTransform(re, im, twiddles(1024));
    inverseTransform(re, im, twiddles(1024));
    for (let t = 0; t < 1024; t++) expect(Math.abs(re[t]! / 1024 - x[t]!)).toBeLessThan(1e-13);
  });
});
