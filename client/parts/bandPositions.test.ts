import { describe, expect, it } from "vitest";
import { bandPositions } from "./bandPositions.ts";

describe("the band scale", () => {
  const b = bandPositions([60, 80, 120, 140], [0, 200]);
  it("divides the width into five zones that touch and fill it", () => {
    expect(b.zones.map((z) => [z.light, z.left, z.width])).toEqual([
      [1, 0, 30],
      [2, 30, 10],
      [3, 40, 20],
      [4, 60, 10],
      [5, 70, 30],
    ]);
  });
  it("puts the ideal index in the middle", () => {
    expect(b.at(100)).toBe(50);
  });
  it("holds a value beyond the scale at its end and says so", () => {
    expect([b.at(250), b.beyond(250), b.at(-5), b.beyond(-5), b.beyond(100)]).toEqual([
      100,
      "high",
      0,
      "low",
      null,
    ]);
  });
});
