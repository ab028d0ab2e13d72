import { describe, expect, it } from "vitest";
import { contextOf, seriesFrom } from "../../../tests/contracts/warningInputs.ts";
import { MAINLAND_PROVINCES } from "../../indicators/registry.ts";
import { provinceGap } from "./provinceGap.ts";

const LEVEL = "gdp.province.level";
const [first, second] = MAINLAND_PROVINCES;

/** A small province grows by `growth` percent, a giant one by 5: together hardly different from 5. */
const judge = (growth: number, years: readonly (number | null)[] = [1, 1 + growth / 100]) => {
  const annual = (region: string, values: readonly (number | null)[]) =>
    seriesFrom(LEVEL, "2022", values, { frequency: "A", region });
  return provinceGap.evaluate(
    {
      [`${LEVEL}@${first}`]: annual(first!, years),
      [`${LEVEL}@${second}`]: annual(second!, [1e12, 1.05e12]),
    },
    provinceGap.defaults,
    contextOf("2024-02-29", LEVEL, { region: first! }),
  );
};

describe("a province against all together, which grew by 5 %", () => {
  it.each([
    [3.01, "none"],
    [2.99, "watch"],
    [1.01, "watch"],
    [0.99, "warning"],
    [-0.99, "warning"],
    [-1.01, "critical"],
    [9, "none"],
  ])("growth of %d %% is %s", (growth, severity) => {
    expect(judge(growth)).toMatchObject({ severity, period: "2023" });
  });

  it("needs the year before", () => {
    expect(judge(0, [null, 1])).toMatchObject({ kind: "undecided", reason: "too-short" });
  });
});
