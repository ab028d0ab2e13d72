import { describe, expect, it } from "vitest";
import { fillByAutoregression } from "./fillByAutoregression.ts";
import { worst } from "./testComponents.ts";

describe("a missing component", () => {
  it("is forecast by its own changes: those of an exact AR(2) go on exactly", () => {
    const x = new Float64Array(60);
    let [r1, r2] = [3, -2];
    for (let t = 1; t < 60; t++) {
      const r = 0.4 + 1.2 * r1 - 0.5 * r2;
      x[t] = x[t - 1]! + r;
      [r2, r1] = [r1, r];
    }
    const open = x.slice().fill(Number.NaN, 30, 32).fill(Number.NaN, 59);
    const { values, estimated } = fillByAutoregression(open, "difference");
    expect(worst(values, x)).toBeLessThan(1e-6);
    expect([...estimated.keys()].filter((t) => estimated[t] === 1)).toEqual([30, 31, 59]);
  });
  it("needs a past", () => {
    expect(() => fillByAutoregression([1, 2, 3, Number.NaN], "difference")).toThrow(/at least 12 changes/);
  });
});
