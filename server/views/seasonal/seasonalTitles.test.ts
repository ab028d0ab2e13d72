import { describe, expect, it } from "vitest";
import type { SeasonalAdjustmentResult } from "../../../models/analyses/seasonalResult.ts";
import type { SeasonalTrialResult } from "../../../models/analyses/seasonalTrial.ts";
import { seasonalTitle, trialTitle } from "./seasonalTitles.ts";

const short = { zh: "社零总额", en: "Retail sales" };
const result = (change: (number | null)[], mult = true) =>
  ({
    mult,
    unit: "hundred-million-yuan",
    indicator: "retail.value",
    periods: ["2025-03", "2025-04"],
    change,
  }) as unknown as SeasonalAdjustmentResult;
const trial = (value: number, ratio = true) =>
  ({ ratio, largest: { period: "2020-02", value } }) as unknown as SeasonalTrialResult;

describe("the finding above an adjusted series", () => {
  it("says the newest month against the month before, with the direction in words", () => {
    const { text, claims } = seasonalTitle(short, result([1, -0.62]), 1);
    expect(text.zh).toBe("剔除季节和春节因素后，2025年4月社零总额比上月下降0.6%");
    expect(text.en).toBe("Retail sales, season and holidays taken out, fell 0.6% on the month in Apr 2025");
    expect(claims[0]!.value).toBe(-0.62);
  });

  it("where parts add, the change is an amount: below zero or small months have no percentage", () => {
    const { text, claims } = seasonalTitle(short, result([1, -3456], false), 0);
    expect(text.zh).toBe("剔除季节和春节因素后，2025年4月社零总额比上月少3456亿元");
    expect(text.en).toContain("lower than the month before in Apr 2025");
    expect(claims[0]!.value).toBe(-3456);
  });

  it("a change that rounds to none is none; a series without one claims nothing", () => {
    expect(seasonalTitle(short, result([1, 0.04]), 1).text.zh).toContain("基本持平");
    expect(seasonalTitle(short, result([null, null]), 1).claims).toEqual([]);
  });
});

describe("the finding above other settings", () => {
  it("says the largest difference, where, and which way", () => {
    expect(trialTitle(trial(-3.14), "hundred-million-yuan", 1).text.zh).toBe(
      "改动设置后，调整结果最多相差3.1%（2020年2月，更低）",
    );
    expect(trialTitle(trial(120, false), "hundred-million-yuan", 1).text.en).toContain("12.00 billion yuan");
    expect(trialTitle(trial(0), "percent", 1).text.en).toBe("The other settings change nothing");
  });
});
