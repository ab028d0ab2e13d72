import { describe, expect, it } from "vitest";
import { quietCorner } from "./quietCorner.ts";

describe("where a band's name stands", () => {
  it("away from the line: low on the left when the line begins high", () => {
    expect(quietCorner([2, 2, 2, 2, 1.9, 1, 1, 1, 1, 1], 0, 2)).toBe("insideBottomLeft");
  });

  it("at the top right when the line ends below the band", () => {
    expect(quietCorner([1, 1, 1, 1, 1, 1, 0, -1, -1, -1], 0, 2)).toBe("insideTopRight");
  });
});
