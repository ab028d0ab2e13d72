import { describe, expect, it } from "vitest";
import { type Bounds, type BoundsRow, boundsInForce, lightOf, nextBound } from "./lights.ts";

const CPI: Bounds = [0, 1, 3, 4];

describe("a figure's light", () => {
  it.each([
    [-0.1, 1],
    [0, 2],
    [0.9, 2],
    [1, 3],
    [2.9, 3],
    [3, 4],
    [3.9, 4],
    [4, 5],
    [9, 5],
  ])("CPI of %s %% shows light %s", (value, light) => expect(lightOf(value, CPI, "two-sided")).toBe(light));

  it.each([
    [4.4, 5],
    [4.5, 5],
    [4.6, 4],
    [5.2, 3],
    [5.6, 2],
    [6.1, 1],
  ])("unemployment of %s %% shows light %s: high is cold", (value, light) =>
    expect(lightOf(value, [4.5, 4.9, 5.5, 6], "lower-is-better")).toBe(light),
  );

  it("never falls when the figure rises", () => {
    let before = 1;
    for (let x = -2; x < 6; x += 0.05) {
      const light = lightOf(x, CPI);
      expect(light).toBeGreaterThanOrEqual(before);
      before = light;
    }
    expect(before).toBe(5);
  });

  it("is refused for bounds that do not rise and for a figure that is none", () => {
    expect(() => lightOf(1, [0, 1, 1, 2])).toThrow(/rising/);
    expect(() => lightOf(Number.NaN, CPI)).toThrow(/finite/);
  });
});

describe("distance to the next bound", () => {
  it("0.3 points more turn CPI green", () => {
    expect(nextBound(0.7, CPI)).toEqual({ distance: expect.closeTo(0.3, 12), step: 1, towards: 3 });
  });
  it("says the nearer side", () => {
    expect(nextBound(1.2, CPI)).toEqual({ distance: expect.closeTo(0.2, 12), step: -1, towards: 2 });
    expect(nextBound(-3, CPI)).toMatchObject({ distance: 3, towards: 2 });
    expect(nextBound(9, CPI)).toMatchObject({ distance: 5, step: -1, towards: 4 });
  });
  it("for unemployment a fall leads to the warmer light", () => {
    expect(nextBound(5.6, [4.5, 4.9, 5.5, 6], "lower-is-better")).toMatchObject({ step: -1, towards: 3 });
  });
});

describe("bounds in force", () => {
  const row = (validFrom: string, b1: number): BoundsRow => ({
    preset: "nbs-10",
    indicator: "cpi.yoy",
    bounds: [b1, 1, 3, 4],
    methodZh: "分位数",
    methodEn: "quantiles",
    validFrom,
    approvedBy: "system",
  });
  const rows = [row("2020-01-01", 0.2), row("2018-01-01", 0.1), row("2022-01-01", 0.3)];
  it.each([
    ["2019-12-31", 0.1],
    ["2020-01-01", 0.2],
    ["2021-06-30", 0.2],
    ["2025-06-01", 0.3],
  ])("on %s the row with b1 = %s rules", (day, b1) => {
    expect(boundsInForce(rows, "nbs-10", "cpi.yoy", day)?.bounds[0]).toBe(b1);
  });
  it("there are none before the first row, nor for another preset", () => {
    expect(boundsInForce(rows, "nbs-10", "cpi.yoy", "2017-12-31")).toBeNull();
    expect(boundsInForce(rows, "sic-10", "cpi.yoy", "2025-01-01")).toBeNull();
  });
});
