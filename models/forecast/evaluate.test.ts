import { describe, expect, it } from "vitest";
import * as e from "./evaluate.ts";
import { gateOf } from "./gate.ts";

const actual = [1, 2, 4];
const predicted = [2, 2, 1];

describe("accuracy", () => {
  it("mean absolute error", () => expect(e.meanAbsoluteError(actual, predicted)).toBeCloseTo(4 / 3, 12));
  it("root mean squared error", () =>
    expect(e.rootMeanSquaredError(actual, predicted)).toBeCloseTo(Math.sqrt(10 / 3), 12));
  it("scaled error divides each error by its origin's own scale", () =>
    expect(e.meanAbsoluteScaledError(actual, predicted, [1, 1, 2])).toBeCloseTo((1 + 0 + 1.5) / 3, 12));
  it("coverage counts the ends in, in percent", () =>
    expect(e.coverage(actual, [1, 0, 5], [3, 1, 6])).toBeCloseTo(100 / 3, 10));
  it("relative error is below one for the better forecast", () =>
    expect(e.relativeError(actual, predicted, [4, 5, 7])).toBeCloseTo(Math.sqrt(10 / 27), 12));
});

describe("the scale of MASE", () => {
  it("is the mean change over a season", () =>
    expect(e.naiveScale([1, 2, 3, 5, 4, 3], 3)).toBeCloseTo((4 + 2 + 0) / 3, 12));
  it("passes over gaps", () => expect(e.naiveScale([1, null, 3, 5, 4, 3], 3)).toBeCloseTo((4 + 0) / 2, 12));
  it("falls back to neighbours where no season is known, and is null where nothing moves", () => {
    expect(e.naiveScale([1, 3], 12)).toBe(2);
    expect(e.naiveScale([4, 4, 4], 1)).toBeNull();
  });
});

describe("the gate", () => {
  it.each([
    ["M", 23, 0.5, "too-few-origins"],
    ["M", 24, 0.999, "passed"],
    ["M", 24, 1, "lost-to-naive"],
    ["Q", 11, 0.5, "too-few-origins"],
    ["Q", 12, 1.2, "lost-to-naive"],
  ] as const)("%s with %s origins and relative error %s: %s", (frequency, origins, relative, verdict) =>
    expect(gateOf(frequency, origins, relative)).toBe(verdict),
  );
});
