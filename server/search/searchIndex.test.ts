import { describe, expect, it } from "vitest";
import type { Indicator } from "../../models/indicators/indicator.ts";
import { createSearchIndex, type SearchEntry } from "./searchIndex.ts";

const entry = (
  id: string,
  zh: string,
  en: string,
  region = "CHN",
  regionZh = "全国",
  regionEn = "China",
): SearchEntry => ({
  headline: id === "cpi.yoy",
  // Only what search reads; the catalogue's own test holds the rest.
  indicator: { id, name: { zh, en }, short: { zh, en } } as Indicator,
  region,
  regionZh,
  regionEn,
});

const index = createSearchIndex([
  entry("cpi.ytd-yoy", "居民消费价格累计", "Consumer prices, year to date"),
  entry("cpi.yoy", "居民消费价格指数（CPI）同比", "Consumer price index, year on year"),
  entry("cpi.mom", "居民消费价格指数（CPI）环比", "Consumer price index, month on month"),
  entry("ppi.yoy", "工业生产者出厂价格指数（PPI）同比", "Producer price index, year on year"),
  entry("iva.yoy", "规模以上工业增加值同比", "Industrial value added, year on year"),
  entry("gdp.level", "地区生产总值", "Gross regional product", "510000", "四川省", "Sichuan"),
]);
const ids = (q: string) => index.find(q).map((h) => h.entry.indicator.id);

describe("finding an indicator", () => {
  it.each([
    ["居民消费价格", "cpi.yoy"],
    ["jmxfjg", "cpi.yoy"],
    ["JMXFJG", "cpi.yoy"],
    ["juminxiaofei", "cpi.yoy"],
    ["cpi.mom", "cpi.mom"],
    ["cpi", "cpi.yoy"],
    ["cpi 环比", "cpi.mom"],
    ["producer price", "ppi.yoy"],
    ["gyzjz", "iva.yoy"],
    ["四川", "gdp.level"],
    ["sc 生产总值", "gdp.level"],
  ])("%s finds %s first", (query, id) => expect(ids(query)[0]).toBe(id));

  it("finds nothing for words that match nothing, and everything for none", () => {
    expect(ids("zzzz")).toEqual([]);
    expect(ids("  ")).toHaveLength(6);
  });

  it("does not mind what a search box may hold", () => {
    for (const q of ["'; drop table", "(((", "\\", "%", "𠮷", "a".repeat(5000)])
      expect(() => index.find(q)).not.toThrow();
  });
});
