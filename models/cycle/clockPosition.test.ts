import { describe, expect, it } from "vitest";
import { clockPositions, quadrantOf } from "./clockPosition.ts";

describe("the clock", () => {
  it("names the quadrants", () => {
    expect([quadrantOf(101, 1), quadrantOf(101, -1), quadrantOf(99, -1), quadrantOf(99, 1)]).toEqual([
      "expansion",
      "downturn",
      "slowdown",
      "recovery",
    ]);
    expect(quadrantOf(Number.NaN, 1)).toBeNull();
  });
  it("goes round once a cycle, anticlockwise: level upwards, change to the right", () => {
    const y = Float64Array.from({ length: 120 }, (_, t) => 100 + Math.sin((2 * Math.PI * t) / 40));
    const path = clockPositions(y, { smooth: 1 });
    const quadrants = path.slice(1, 41).map((p) => p.quadrant);
    expect([...new Set(quadrants)]).toEqual(["expansion", "downturn", "slowdown", "recovery"]);
    expect(path[0]!.quadrant).toBeNull();
    // From one position to the next the turn is to the left: x dy − y dx > 0.
    const turns = path.slice(1).flatMap((p, i) => {
      const before = path[i]!;
      return i === 0
        ? []
        : [before.change * (p.level - before.level) - before.level * (p.change - before.change)];
    });
    expect(turns.every((turn) => turn > 0)).toBe(true);
    expect(Math.max(...path.map((p) => p.level))).toBeCloseTo(Math.SQRT2, 1);
    expect(() => clockPositions(new Float64Array(20).fill(100))).toThrow(/never leave the centre/);
  });
});
