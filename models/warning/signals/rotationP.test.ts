import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { auroc } from "./auroc.ts";
import { permutationP } from "./permutation.ts";
import { rotationP } from "./rotationP.ts";

const area = (scores: readonly (number | null)[], events: readonly (boolean | null)[]): number =>
  auroc(scores, events, { level: 90, draws: 0, blockLength: 1, seed: 1 }).auroc;

describe("every turn of the outcomes", () => {
  it("by hand: the best of six turns has one in six", () => {
    expect(rotationP([[1, 2, 3, 4, 5, 6]], [[false, false, false, false, true, true]])).toBeCloseTo(
      1 / 6,
      12,
    );
    expect(rotationP([[6, 5, 4, 3, 2, 1]], [[false, false, false, false, true, true]])).toBe(1);
  });
  it("counts what the area itself says, turn by turn, with gaps and ties", () => {
    const random = randomSource(3);
    const scores = Array.from({ length: 60 }, () =>
      random.uniform() < 0.1 ? null : Math.floor(8 * random.uniform()),
    );
    const events = Array.from({ length: 60 }, (_, t) => (t % 17 === 3 ? null : t % 20 < 6));
    const observed = area(scores, events);
    const turns = events.map((_, k) => area(scores, [...events.slice(k), ...events.slice(0, k)]));
    expect(rotationP([scores], [events])).toBeCloseTo(turns.filter((a) => a >= observed).length / 60, 12);
    const drawn = permutationP(events, (turned) => area(scores, turned), { draws: 999, seed: 1 });
    expect(Math.abs(rotationP([scores], [events]) - drawn)).toBeLessThan(0.06);
  });
  it("of several series are turned together", () => {
    const up = [1, 2, 3, 4];
    const late = [false, false, false, true];
    expect(rotationP([up, up], [late, late])).toBe(1 / 4);
    expect(rotationP([up, up.toReversed()], [late, late])).toBe(1);
  });
  it("is refused without both kinds, and for series of unlike length", () => {
    expect(() => rotationP([[1, 2]], [[false, false]])).toThrow(/both needed/);
    expect(() => rotationP([[1, 2]], [[false, true, true]])).toThrow(/one length/);
  });
});
