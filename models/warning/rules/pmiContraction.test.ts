import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { pmiContraction } from "./pmiContraction.ts";

const judge = (values: readonly (number | null)[]) =>
  pmiContraction.evaluate(
    { "pmi.manufacturing": seriesFrom("pmi.manufacturing", "2023-01", values) },
    pmiContraction.defaults,
    contextOf("2024-06-30", "pmi.manufacturing"),
  );
const low = (months: number): number[] => Array.from({ length: months }, () => 49.5);
/** Months that end in May 2024, the newest one the day knows. */
const upToMay = (tail: readonly (number | null)[]): (number | null)[] => [
  ...Array.from({ length: 17 - tail.length }, () => 50.5),
  ...tail,
];

describe("manufacturing below 50 for months on end", () => {
  it.each([
    [2, "none"],
    [3, "watch"],
    [5, "watch"],
    [6, "warning"],
    [11, "warning"],
    [12, "critical"],
  ])("%i months are %s", (months, severity) => {
    expect(judge(upToMay(low(months)))).toMatchObject({ severity, details: { count: months } });
  });

  it("exactly 50 is no contraction and ends the run", () => {
    expect(judge(upToMay([49, 50, 49, 49]))).toMatchObject({ severity: "none", details: { count: 2 } });
  });

  it("a month nobody knows ends the run: what is not known did not hold", () => {
    expect(judge(upToMay([49, 49, null, 49, 49]))).toMatchObject({ severity: "none", details: { count: 2 } });
  });

  it("says since when", () => {
    expect(judge(upToMay(low(4)))).toMatchObject({ details: { since: "2024-02" }, period: "2024-05" });
  });
});
