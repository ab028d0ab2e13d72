import { expect, it } from "vitest";
import { quantile, sorted } from "./quantile.ts";

it("interpolates as R's quantile(1:10, c(.1, .25, .5, .9)) does", () => {
  const x = sorted([3, 1, 2, 10, 9, 8, 4, 5, 7, 6]);
  expect([0.1, 0.25, 0.5, 0.9].map((p) => quantile(x, p))).toEqual([1.9, 3.25, 5.5, expect.closeTo(9.1, 12)]);
});
it("ends at the smallest and the largest", () => {
  expect([quantile([4, 8], 0), quantile([4, 8], 1), quantile([4], 0.3)]).toEqual([4, 8, 4]);
});
it("refuses an empty sample", () => expect(() => quantile([], 0.5)).toThrow(RangeError));
