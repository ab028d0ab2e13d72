import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { nextPeriod } from "../../series/period.ts";
import { unusualLeap } from "./unusualLeap.ts";

/** Changes of ±1 in turn: median 0 or 1 about, so the last change is measured on 40 of them. */
const calm = Array.from({ length: 41 }, (_, i) => (i % 2 === 0 ? 0 : 1));

/** The newest figure is that of June 2025. */
const judge = (leap: number, before: readonly number[] = calm) =>
  unusualLeap.evaluate(
    {
      "cpi.yoy": seriesFrom("cpi.yoy", nextPeriod("2025-06", "M", -before.length), [
        ...before,
        before.at(-1)! + leap,
      ]),
    },
    unusualLeap.defaults,
    contextOf("2025-07-15", "cpi.yoy"),
  );

describe("a leap in robust standard deviations of 1.4826", () => {
  // 40 changes, half +1 and half −1: centre 0, median absolute deviation 1; 6 × 1.4826 = 8.8956, 10 × = 14.826
  it.each([
    [8.8, "none"],
    [8.9, "watch"],
    [-8.9, "watch"],
    [14.8, "watch"],
    [14.9, "warning"],
  ])("of %d is %s", (leap, severity) => {
    expect(judge(leap)).toMatchObject({ severity, direction: "none", details: { change: leap } });
  });

  it("needs twenty earlier changes, and some movement among them", () => {
    expect(judge(9, calm.slice(0, 20))).toMatchObject({ kind: "undecided", reason: "too-short" });
    expect(judge(9, calm.slice(0, 21))).toMatchObject({ kind: "decided" });
    expect(
      judge(
        9,
        Array.from({ length: 30 }, () => 2),
      ),
    ).toMatchObject({ kind: "undecided" });
  });

  it("after a turbulent year the same leap is usual", () => {
    const turbulent = [...calm.slice(0, 33), 9, 1, 9, 1, 9, 1, 9, 1];
    expect(judge(8.9, turbulent)).toMatchObject({ severity: "none" });
  });
});
