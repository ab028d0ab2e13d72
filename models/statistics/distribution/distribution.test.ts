import { describe, expect, it } from "vitest";
import { normalQuantile } from "../normalQuantile.ts";
import { chiSquaredQuantile, chiSquaredUpper } from "./chiSquared.ts";
import { fisherFUpper } from "./fisherF.ts";
import { incompleteBeta } from "./incompleteBeta.ts";
import { incompleteGamma } from "./incompleteGamma.ts";
import { logGamma } from "./logGamma.ts";
import { normalCdf, normalUpper } from "./normal.ts";
import { studentTCdf, studentTQuantile, studentTTwoSided } from "./studentT.ts";

const relative = (a: number, b: number) => Math.abs(a / b - 1);

describe("log gamma", () => {
  it("is the log factorial at whole numbers and ½ log π at one half", () => {
    let factorial = 0;
    for (let n = 1; n < 100; n++) {
      expect(Math.abs(logGamma(n) - factorial)).toBeLessThan(1e-13 * Math.max(1, factorial));
      factorial += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
  });
});

describe("tails", () => {
  /** Values of R 4.2.2: pnorm, pchisq, pt, pf with lower.tail = FALSE. */
  it.each([
    ["normal", normalUpper(8), 6.22096057427178e-16],
    ["normal", normalUpper(20), 2.75362411860623e-89],
    ["chi-squared", chiSquaredUpper(567.620844619967, 4), 1.57490935202873e-121],
    ["Student t", studentTTwoSided(17.6504029243661, 717), 3.5877582557457e-58],
    ["Student t", studentTTwoSided(5.48082530692729, 717), 5.86721033385842e-8],
    ["F", fisherFUpper(10.3713637189137, 3, 230), 1.98942612739285e-6],
  ])("%s keeps its digits far out", (_, ours, theirs) => {
    expect(relative(ours, theirs)).toBeLessThan(1e-10);
  });

  it("agree where one distribution is another's limit or square", () => {
    for (const t of [0.3, 1.7, 4]) {
      expect(relative(studentTTwoSided(t, 1), 1 - (2 / Math.PI) * Math.atan(t))).toBeLessThan(1e-12);
      expect(relative(fisherFUpper(t * t, 1, 9), studentTTwoSided(t, 9))).toBeLessThan(1e-12);
      expect(relative(chiSquaredUpper(t * t, 1), 2 * normalUpper(t))).toBeLessThan(1e-12);
      expect(relative(chiSquaredUpper(2 * t, 2), Math.exp(-t))).toBeLessThan(1e-13);
    }
  });

  it("quantiles undo their distribution functions", () => {
    for (const p of [0.01, 0.3, 0.5, 0.975]) {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
      expect(studentTCdf(studentTQuantile(p, 7), 7)).toBeCloseTo(p, 13);
      expect(chiSquaredUpper(chiSquaredQuantile(p, 3), 3)).toBeCloseTo(1 - p, 13);
    }
  });

  it("end at 0 and 1, and say NaN for what has no meaning", () => {
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteBeta(2, 3, 1)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteGamma(-1, 2).lower).toBeNaN();
    expect(incompleteBeta(0, 1, 0.5).lower).toBeNaN();
  });
});
