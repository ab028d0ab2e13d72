import { expect, it } from "vitest";
import { autoregressionByBic } from "./autoregressionByBic.ts";

it("carries on a series that follows its own law", () => {
  const values = [10];
  for (let t = 1; t < 60; t++) values.push(2 + 0.7 * values[t - 1]! + 0.3 * Math.sin(9 * t));
  const told = autoregressionByBic(values, 1, 4);
  expect(Math.abs(told - (2 + 0.7 * values.at(-1)!))).toBeLessThan(0.35);
  expect(Math.abs(autoregressionByBic(values, 200, 4) - 2 / 0.3)).toBeLessThan(0.2);
});

it("refuses a history too short to tell", () => {
  expect(() => autoregressionByBic([1, 2, 3], 1, 4)).toThrow(/needs 8 figures; found 3/);
});
