import { describe, expect, it } from "vitest";
import { INDICATORS, indicatorById } from "../../../models/indicators/registry.ts";
import { SEASONAL_POLICIES } from "../../../models/seasonal/china/policies.ts";
import { whyNotAdjusted } from "./whyNotAdjusted.ts";

const why = (id: string) => whyNotAdjusted(indicatorById(id)!).zh;

describe("why a series is not adjusted", () => {
  it("names the reason that is its own", () => {
    expect(why("cpi.yoy")).toContain("上年同期");
    expect(why("gdp.value")).toContain("只对月度");
    expect(why("fai.ytd")).toContain("1月从未单独公布");
    expect(why("m0.level")).toContain("春节");
  });

  it("points to the series that is adjusted in its place", () => {
    expect(why("retail.ytd")).toContain("retail.value");
    expect(why("electricity.ytd-yoy")).toContain("electricity.ytd");
  });

  it("has a sentence in both languages for every indicator without a policy", () => {
    const adjusted = new Set(SEASONAL_POLICIES.map((p) => p.indicator));
    for (const indicator of INDICATORS.filter((i) => !adjusted.has(i.id))) {
      const { zh, en } = whyNotAdjusted(indicator);
      expect(zh.endsWith("。")).toBe(true);
      expect(en.endsWith(".")).toBe(true);
    }
  });
});
