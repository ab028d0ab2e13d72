import { describe, expect, it } from "vitest";
import { AppError } from "../../errors.ts";
import { hendersonWeights, musgraveWeights } from "./henderson.ts";
import { hendersonTrend } from "./hendersonTrend.ts";

const sum = (w: ArrayLike<number>): number => Array.from(w).reduce((a, b) => a + b, 0);

describe("Henderson's weights", () => {
  it.each([5, 7, 9, 13, 17, 23, 33, 101])(
    "of %d terms sum to one, mirror each other and keep a cubic",
    (terms) => {
      const w = hendersonWeights(terms);
      const p = (terms - 1) / 2;
      for (let power = 0; power <= 3; power++)
        expect(sum(w.map((v, i) => v * ((i - p) / p) ** power))).toBeCloseTo(power === 0 ? 1 : 0, 12);
      for (let j = 1; j <= p; j++) expect(w[p - j]).toBe(w[p + j]);
    },
  );

  it("are those printed for 13 and 5 terms", () => {
    // Ladiray & Quenneville (2001), tables 3.3 and 3.5.
    const thirteen = [-0.01935, -0.02786, 0, 0.06549, 0.14736, 0.21434, 0.24006];
    const five = [-0.07343, 0.29371, 0.55944];
    for (const [printed, terms] of [
      [thirteen, 13],
      [five, 5],
    ] as const)
      printed.forEach((v, i) => {
        expect(hendersonWeights(terms)[i]).toBeCloseTo(v, 5);
      });
  });

  it("refuse an even or tiny number of terms", () => {
    for (const terms of [1, 2, 12, 13.5, Number.NaN]) expect(() => hendersonWeights(terms)).toThrow(AppError);
  });
});

describe("Musgrave's end weights", () => {
  it("are those printed for the last point of 13 terms at I/C 3.5", () => {
    // Ladiray & Quenneville (2001), table 3.4, from the oldest figure to the newest.
    const printed = [-0.09186, -0.05811, 0.01202, 0.11977, 0.2439, 0.35315, 0.42113];
    const end = musgraveWeights(hendersonWeights(13), 7, 3.5);
    printed.forEach((v, j) => {
      expect(Math.abs(end[j]! - v)).toBeLessThan(2e-4);
    });
  });

  it("keep a constant, and with a steep line against its noise the line too", () => {
    const w = hendersonWeights(9);
    for (let m = 5; m < 9; m++) {
      expect(sum(musgraveWeights(w, m, 1))).toBeCloseTo(1, 12);
      const steep = musgraveWeights(w, m, 1e-5);
      // The filtered point is the fifth of its window.
      expect(sum(steep.map((v, i) => v * (i + 1)))).toBeCloseTo(5, 6);
    }
  });

  it("with every term at hand are the filter itself", () => {
    const w = hendersonWeights(13);
    musgraveWeights(w, 13, 3.5).forEach((v, i) => {
      expect(v).toBeCloseTo(w[i]!, 14);
    });
  });
});

describe("the Henderson trend", () => {
  it("leaves a constant alone, ends and all, for every length", () => {
    const y = new Float64Array(60).fill(7);
    for (const terms of [5, 7, 9, 13, 23])
      for (const trueSeven of [false, true]) {
        const out = new Float64Array(60);
        hendersonTrend(y, terms, 3.5, trueSeven, out);
        for (const v of out) expect(v).toBeCloseTo(7, 12);
      }
  });

  it("treats the beginning as the mirror of the end", () => {
    const y = Float64Array.from({ length: 50 }, (_, t) => Math.sin(t / 3) + ((t * 7919) % 13) / 13);
    const forth = new Float64Array(50);
    const back = new Float64Array(50);
    for (const terms of [7, 9, 13]) {
      hendersonTrend(y, terms, 1, false, forth);
      hendersonTrend(y.slice().reverse(), terms, 1, false, back);
      forth.forEach((v, t) => {
        expect(v).toBeCloseTo(back[49 - t]!, 12);
      });
    }
  });
});
