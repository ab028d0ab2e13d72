import { describe, expect, it } from "vitest";
import { lineDrawing } from "./lineDrawing.ts";
import { part, testContext } from "./testContext.ts";
import { PASSPORT_TOP, withPassport } from "./withPassport.ts";

describe("a picture that leaves the page", () => {
  it("takes title, unit, source and vintage along, and makes room for them", () => {
    const { option } = lineDrawing(
      { name: "CPI", unit: "percent", decimals: 1, periods: ["2025-01"], values: [0.5] },
      testContext,
    );
    const out = withPassport(
      option,
      { title: "CPI 回落", subtitle: "同比，%", footer: "国家统计局 · 2025-02-09 · 模拟数据" },
      testContext,
    );
    expect(part(out, "title", 0, "text")).toBe("CPI 回落");
    expect(part(out, "title", 1, "text")).toContain("模拟数据");
    expect(part(out, "grid", "top")).toBe((part(option, "grid", "top") as number) + PASSPORT_TOP);
    expect(part(out, "backgroundColor")).toBe("#ffffff");
  });
});
