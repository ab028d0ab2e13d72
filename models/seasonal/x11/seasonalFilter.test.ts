import { describe, expect, it } from "vitest";
import { centredYear } from "./centredYear.ts";
import { smoothColumn } from "./seasonalFilter.ts";

const filters = ["s3x1", "s3x3", "s3x5", "s3x9", "s3x15", "stable"] as const;

describe("a month smoothed over the years", () => {
  it.each(filters)("%s keeps a constant, however many years there are", (filter) => {
    for (let years = 1; years <= 30; years++) {
      const out = new Float64Array(years).fill(-1);
      smoothColumn(new Float64Array(years).fill(3), 0, years, 1, filter, out);
      for (const v of out) expect(v).toBeCloseTo(3, 12);
    }
  });

  it("3×5 weighs 1 2 3 3 3 2 1 over 15 inside, and 17 17 17 9 over 60 at the end", () => {
    const impulse = new Float64Array(13);
    impulse[6] = 15;
    const out = new Float64Array(13);
    smoothColumn(impulse, 0, 13, 1, "s3x5", out);
    expect(Array.from(out.subarray(3, 10), (v) => Math.round(v * 1e9) / 1e9)).toEqual([1, 2, 3, 3, 3, 2, 1]);
    const last = Float64Array.from([0, 0, 0, 0, 0, 0, 0, 0, 60, 0, 0, 0]);
    smoothColumn(last, 0, 12, 1, "s3x5", out);
    expect(out[11]).toBeCloseTo(9, 12);
  });

  it("touches only its own month", () => {
    const x = Float64Array.from({ length: 120 }, (_, t) => t);
    const out = new Float64Array(120).fill(Number.NaN);
    smoothColumn(x, 5, 120, 12, "s3x3", out);
    out.forEach((v, t) => {
      expect(Number.isNaN(v)).toBe(t % 12 !== 5);
    });
    // Inside, a line is kept.
    expect(out[5 + 48]).toBeCloseTo(53, 12);
  });

  it("is the same read backwards", () => {
    const x = Float64Array.from({ length: 22 }, (_, t) => ((t * 31) % 17) - 8);
    for (const filter of filters) {
      const forth = new Float64Array(22);
      const back = new Float64Array(22);
      smoothColumn(x, 0, 22, 1, filter, forth);
      smoothColumn(x.slice().reverse(), 0, 22, 1, filter, back);
      forth.forEach((v, t) => {
        expect(v).toBeCloseTo(back[21 - t]!, 12);
      });
    }
  });
});

describe("the centred year", () => {
  it("removes a season that sums to zero and keeps a line", () => {
    const y = Float64Array.from({ length: 60 }, (_, t) => 2 + 0.5 * t + 5 * Math.cos((2 * Math.PI * t) / 12));
    const out = new Float64Array(60).fill(Number.NaN);
    centredYear(y, 0, 60, 12, out);
    for (const t of [0, 5, 54, 59]) expect(out[t]).toBeNaN();
    for (let t = 6; t < 54; t++) expect(out[t]).toBeCloseTo(2 + 0.5 * t, 10);
  });
});
