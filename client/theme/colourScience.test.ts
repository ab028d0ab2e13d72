import { describe, expect, it } from "vitest";
import { contrast, deltaE00, seenBy } from "./colourScience.ts";

describe("the measures of colour", () => {
  it("give black on white the greatest contrast and the greatest difference", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
    expect(deltaE00(seenBy("#000000", "normal"), seenBy("#ffffff", "normal"))).toBeCloseTo(100, 1);
  });
  it("give #767676 on white the lowest grey that passes 4.5 : 1", () => {
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });
  it("bring red and green nearer to each other for an eye without red or green cones", () => {
    const apart = (vision: "normal" | "deutan") =>
      deltaE00(seenBy("#c00000", vision), seenBy("#00a000", vision));
    expect(apart("deutan")).toBeLessThan(apart("normal") / 2);
  });
  it("do not depend on which colour comes first", () => {
    const [a, b] = [seenBy("#1f5fa8", "normal"), seenBy("#efa91b", "normal")];
    expect(deltaE00(a, b)).toBeCloseTo(deltaE00(b, a), 10);
    expect(deltaE00(a, a)).toBe(0);
  });
});
