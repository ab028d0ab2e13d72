import { describe, expect, it } from "vitest";
import { quietSide } from "./quietSide.ts";

describe("the edge for a name", () => {
  const falling = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  it("is the one the line keeps clear of", () => {
    expect(quietSide(falling, 9)).toBe("insideRight");
    expect(quietSide(falling, 0)).toBe("insideLeft");
  });
  it("is the left where both are as free, or nothing is known", () => {
    expect(quietSide([1, 5, 1], 3)).toBe("insideLeft");
    expect(quietSide([null, null], 3)).toBe("insideLeft");
  });
});
