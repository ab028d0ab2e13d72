import { describe, expect, it } from "vitest";
import { AGENCIES, heads, INDICATORS, indicatorById, MAINLAND_PROVINCES, REGIONS } from "./registry.ts";

describe("the catalogue", () => {
  it("holds at least 120 real indicators, and marks the simulated ones in both names", () => {
    const real = INDICATORS.filter((i) => !i.simulated);
    expect(real.length).toBeGreaterThanOrEqual(120);
    const marked = (i: (typeof INDICATORS)[number]): boolean =>
      i.name.zh.endsWith("〔模拟〕") &&
      i.name.en.endsWith("(simulated)") &&
      i.id.startsWith("sim.") &&
      i.agency === "DEMO";
    expect(INDICATORS.filter((i) => marked(i) !== (i.simulated === true)).map((i) => i.id)).toEqual([]);
  });

  it("answers by id, and says which id it does not know", () => {
    expect(indicatorById("cpi.yoy")?.short.zh).toBe("居民消费价格同比");
    expect(indicatorById("cpi.nonsense")).toBeNull();
    expect(heads("iva.ytd-yoy")).toEqual({
      indicator: "iva.ytd-yoy",
      frequency: "M",
      basis: "year-to-date",
      unit: "percent",
    });
    expect(() => heads("cpi.nonsense")).toThrow('no indicator "cpi.nonsense"');
  });

  it("carries the codes of GB/T 2260 for the provinces, and every parent it names", () => {
    expect(MAINLAND_PROVINCES).toHaveLength(31);
    const codes = new Set(REGIONS.map((r) => r.code));
    expect(codes.size).toBe(REGIONS.length);
    for (const code of ["110000", "650000", "710000", "810000", "820000", "CHN", "WLD"])
      expect(codes).toContain(code);
    expect(REGIONS.filter((r) => r.parent !== null && !codes.has(r.parent))).toEqual([]);
  });

  it("names no agency twice and leaves none without an indicator", () => {
    const ids = AGENCIES.map((a) => a.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !INDICATORS.some((i) => i.agency === id))).toEqual([]);
  });
});
