import type { Indicator, Measure, Words } from "../../models/indicators/indicator.ts";
import type { Region } from "../../models/indicators/region.ts";
import type { Frequency } from "../../models/series/frequency.ts";
import type { Basis } from "../../models/series/period.ts";
import type { Catalogue } from "../../server/ingest/catalogue.ts";

const both = (text: string): Words => ({ zh: text, en: text });

/** An indicator for tests of ingest: monthly, in percent, everything else can be said. */
export function testIndicator(id: string, own: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: both(id),
    short: both(id),
    definition: both(id),
    unit: "percent",
    decimals: 1,
    frequency: "M" as Frequency,
    measure: "yoy" as Measure,
    basis: "period" as Basis,
    adjustment: "none",
    agency: "NBS",
    sourceTable: both("test"),
    sourceClass: "official-statistics",
    licence: "B",
    themes: ["macro"],
    subject: "macro-governance",
    grade: "public",
    sharing: "unconditional",
    update: { text: both("monthly"), lagMonths: 1, day: 9, time: "09:30" },
    orientation: "two-sided",
    range: [-50, 150],
    ...own,
  };
}

export function testRegion(code: string, zh: string, en: string): Region {
  return { code, name: { zh, en }, short: { zh, en }, kind: "country", parent: null };
}

/** A small catalogue with one indicator of each kind that the gate treats in its own way. */
export const TEST_CATALOGUE: Catalogue = {
  indicators: [
    testIndicator("cpi.yoy", { name: { zh: "居民消费价格（同比）", en: "Consumer prices, year on year" } }),
    testIndicator("cpi.mom", { measure: "mom", range: [-10, 10] }),
    testIndicator("retail.value", {
      measure: "flow",
      unit: "hundred-million-yuan",
      range: [0, 1_000_000],
    }),
    testIndicator("retail.yoy", { growthOf: "retail.value" }),
    testIndicator("fai.ytd", {
      measure: "ytd",
      basis: "year-to-date",
      unit: "hundred-million-yuan",
      decimals: 0,
      range: [0, 10_000_000],
    }),
    testIndicator("gdp.yoy", { frequency: "Q" }),
    testIndicator("population.total", { frequency: "A", measure: "level", unit: "persons", range: [0, 2e9] }),
    testIndicator("shibor.overnight", { frequency: "D", measure: "rate", range: [-5, 50] }),
  ],
  regions: [testRegion("CHN", "中国", "China"), testRegion("110000", "北京市", "Beijing")],
};
