import { expect, it } from "vitest";
import { nearMisses } from "./nearMisses.ts";

const IDS = ["cpi.yoy", "cpi.mom", "ppi.yoy", "pmi.manufacturing", "m2.yoy"];

it.each([
  ["cpi.yyo", ["cpi.yoy", "ppi.yoy"]],
  ["CPI.YOY", ["cpi.yoy", "ppi.yoy"]],
  ["pmi.manufacturng", ["pmi.manufacturing"]],
  ["gdp.quarterly", []],
])("“%s” was meant to be one of %j", (text, expected) => {
  expect(nearMisses(text, IDS).slice(0, 2)).toEqual(expected);
});

it("does not spend time on a hostile text", () => {
  expect(nearMisses("x".repeat(1_000_000), IDS)).toEqual([]);
});
