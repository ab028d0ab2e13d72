import { expect, it } from "vitest";
import { percentileRank } from "./percentileRank.ts";

it("puts the middle figure of five at 50", () => expect(percentileRank([1, 2, 3, 4, 5], 3)).toBe(50));
it("puts a figure above all at 100 and below all at 0", () => {
  expect(percentileRank([1, 2], 9)).toBe(100);
  expect(percentileRank([1, 2], 0)).toBe(0);
});
it("shares ties evenly", () => expect(percentileRank([2, 2, 2, 2], 2)).toBe(50));
it("refuses an empty history", () => expect(() => percentileRank([], 1)).toThrow(/at least one/));
