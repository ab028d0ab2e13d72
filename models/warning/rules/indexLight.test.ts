import { describe, expect, it } from "vitest";
import { contextOf } from "../../../tests/contracts/warningInputs.ts";
import type { LightPath } from "../contract.ts";
import { indexLight, WARNING_INDEX } from "./indexLight.ts";

type Zone = 1 | 2 | 3 | 4 | 5;
const VALUE: Readonly<Record<Zone, number>> = { 1: 60, 2: 75, 3: 100, 4: 120, 5: 140 };

const judge = (zones: readonly Zone[], carried: readonly number[] = []) => {
  const path: LightPath = {
    periods: zones.map((_, i) => `2024-${String(i + 1).padStart(2, "0")}`),
    lights: zones,
    values: zones.map((z) => VALUE[z]),
    carried: zones.map((_, i) => carried.includes(i)),
    bounds: [63.33, 83.33, 116.67, 136.67],
  };
  return indexLight.evaluate(
    {},
    indexLight.defaults,
    contextOf("2024-12-31", WARNING_INDEX, { light: () => path }),
  );
};
const twelve = (tail: readonly Zone[]): Zone[] => [
  ...Array.from({ length: 11 - tail.length }, () => 3 as const),
  ...tail,
];

describe("the composite index leaves the green zone", () => {
  it.each([
    [[3], "none", "none", 83.33],
    [[2], "watch", "cold", 83.33],
    [[4], "watch", "hot", 116.67],
    [[1], "warning", "cold", 63.33],
    [[5], "warning", "hot", 136.67],
    [[1, 1, 1, 1, 1], "warning", "cold", 63.33],
    [[1, 1, 1, 1, 1, 1], "critical", "cold", 63.33],
  ] as [Zone[], string, string, number][])(
    "after %j it is %s, %s",
    (tail, severity, direction, threshold) => {
      const signal = judge(twelve(tail));
      expect(signal).toMatchObject({ severity, direction });
      expect(signal).toMatchObject(severity === "none" ? {} : { threshold });
    },
  );

  it("a month with too few members is not read: the one before it speaks", () => {
    expect(judge(twelve([2, 1]), [10])).toMatchObject({ severity: "watch", period: "2024-10" });
  });
});
