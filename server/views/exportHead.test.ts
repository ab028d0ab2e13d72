import { describe, expect, it } from "vitest";
import { INDICATORS, indicatorById } from "../../models/indicators/registry.ts";
import { exportHead } from "./exportHead.ts";

const passport = { asOf: "2025-04-30", baseDate: "2025-05-31", lookingBack: true, dataVersion: "34" };

describe("the first lines of an exported file", () => {
  it("say what the figures are, from whom, and what day's knowledge they show", () => {
    const indicator = indicatorById("gdp.yoy")!;
    const lines = exportHead({ indicator, region: "CHN" }, passport, "en");
    expect(lines.every((l) => l.startsWith("# "))).toBe(true);
    const text = lines.join("\n");
    for (const part of [
      "(gdp.yoy)",
      "(CHN)",
      "National Bureau of Statistics",
      "2025-04-30",
      "data_version,34",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("transform");
  });

  it("call simulated figures simulated, in both languages", () => {
    const indicator = INDICATORS.find((i) => i.simulated)!;
    const of = { indicator, region: "CHN" };
    expect(exportHead(of, passport, "zh").at(-1)).toBe("# 注意,模拟数据，非真实统计");
    expect(exportHead(of, passport, "en").at(-1)).toContain("simulated data, not real statistics");
  });
});
