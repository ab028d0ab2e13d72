import { describe, expect, it } from "vitest";
import { normalUpper } from "../distribution/normal.ts";
import { layerEdges, zigguratSource } from "./ziggurat.ts";

const N = 2_000_000;

describe("normals by the ziggurat", () => {
  const z = new Float64Array(N);
  zigguratSource(11).fill(z);
  const moment = (power: number) => z.reduce((s, x) => s + x ** power, 0) / N;

  it("has moments 0, 1, 0, 3, 0, 15 within four standard errors of two million draws", () => {
    const expected = [0, 1, 0, 3, 0, 15];
    const even = [1, 1, 3, 15, 105, 945, 10_395];
    expected.forEach((m, i) => {
      const power = i + 1;
      const variance = even[power]! - m * m;
      expect(Math.abs(moment(power) - m)).toBeLessThan(4 * Math.sqrt(variance / N));
    });
  });

  it("has the shares of the normal beyond each bound, in both tails, past the start of the tail too", () => {
    for (const bound of [0.1, 0.5, 1, 2, 3, 3.6541528853610088, 4, 4.5]) {
      const p = normalUpper(bound);
      let above = 0;
      let below = 0;
      for (const x of z) {
        if (x > bound) above++;
        if (x < -bound) below++;
      }
      const error = 4 * Math.sqrt((p * (1 - p)) / N);
      expect(Math.abs(above / N - p)).toBeLessThan(error + 1 / N);
      expect(Math.abs(below / N - p)).toBeLessThan(error + 1 / N);
    }
  });

  it("is spread evenly over 100 equal parts of the distribution", () => {
    const counts = new Float64Array(100);
    for (const x of z) counts[Math.min(99, Math.floor(100 * (1 - normalUpper(x))))]!++;
    const chi = counts.reduce((s, c) => s + (c - N / 100) ** 2 / (N / 100), 0);
    // 99 degrees of freedom: mean 99, standard deviation 14.
    expect(chi).toBeLessThan(160);
  });

  it("has neighbours that know nothing of each other, in value and in size", () => {
    let product = 0;
    let squares = 0;
    for (let i = 1; i < N; i++) {
      product += z[i]! * z[i - 1]!;
      squares += (z[i]! ** 2 - 1) * (z[i - 1]! ** 2 - 1);
    }
    expect(Math.abs(product / N)).toBeLessThan(4 / Math.sqrt(N));
    expect(Math.abs(squares / N)).toBeLessThan(8 / Math.sqrt(N));
  });

  it("has layers of falling edges whose last closes at the top of the curve", () => {
    const x = layerEdges();
    for (let i = 1; i <= 256; i++) expect(x[i]!).toBeLessThan(x[i - 1]!);
    const f = (v: number) => Math.exp(-0.5 * v * v);
    expect(x[255]! * (1 - f(x[255]!))).toBeCloseTo(x[0]! * f(x[1]!), 9);
  });

  it("repeats with the seed, one by one or in blocks", () => {
    const block = new Float64Array(6);
    zigguratSource(7).fill(block);
    const source = zigguratSource(7);
    expect(Array.from({ length: 6 }, () => source.normal())).toEqual(Array.from(block));
    expect(zigguratSource(8).normal()).not.toBe(block[0]);
  });
});
