import { describe, expect, it } from "vitest";
import { distancePosition } from "./distancePosition.ts";

describe("the place of a signal on the scale of its threshold", () => {
  it("is left of the middle while it is safe, on it at the threshold, right once past it", () => {
    expect(distancePosition(1.5).at).toBe(25);
    expect(distancePosition(0).at).toBe(50);
    expect(distancePosition(-1.5).at).toBe(75);
  });
  it("is held at the ends and says so", () => {
    expect(distancePosition(7)).toEqual({ at: 0, beyond: true });
    expect(distancePosition(-3)).toEqual({ at: 100, beyond: false });
    expect(distancePosition(-9)).toEqual({ at: 100, beyond: true });
  });
});
