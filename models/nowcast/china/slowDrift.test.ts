import { describe, expect, it } from "vitest";
import { slowDrift } from "./slowDrift.ts";

describe("the slow drift of a series", () => {
  it("is half of the usual change, and a crisis with the leap out of it leaves no trace", () => {
    const falling = Array.from({ length: 40 }, (_, i) => -0.1 - 0.02 * Math.sin(5 * i));
    expect(slowDrift(falling)).toBeGreaterThan(-0.06);
    expect(slowDrift(falling)).toBeLessThan(-0.04);
    expect(slowDrift([-0.1, -0.1, -0.1, -12.8, 10, -0.1, -0.1])).toBeCloseTo(-0.05, 12);
  });

  it("turns with its sign, knows no drift in ups and downs, and forgets what is older than ten years", () => {
    expect(slowDrift([0.2, 0.3, 0.1])).toBeCloseTo(0.1, 12);
    expect(slowDrift([0.2, 0.3, 0.1])).toBe(-slowDrift([-0.2, -0.3, -0.1]));
    expect(slowDrift([1, -1, 1, -1])).toBe(0);
    expect(
      slowDrift([...Array.from({ length: 60 }, () => 5), ...Array.from({ length: 40 }, () => 0.2)]),
    ).toBe(0.1);
  });

  it("refuses to tell a drift from nothing", () => {
    expect(() => slowDrift([])).toThrow(/at least one change/);
  });
});
