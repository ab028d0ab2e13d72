import { expect, it } from "vitest";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { facetCounts, filterEntries, searchRow } from "./searchView.ts";

const hit = (id: string, frequency: "M" | "Q", agency: string) => ({
  entry: {
    indicator: {
      id,
      frequency,
      agency,
      themes: ["macro"],
      sourceClass: "official-statistics",
      measure: "yoy",
      adjustment: "none",
    } as unknown as Indicator,
    region: "CHN",
    regionZh: "全国",
    regionEn: "China",
    headline: false,
  },
  score: 1,
});
const hits = [hit("a", "M", "NBS"), hit("b", "M", "PBC"), hit("c", "Q", "NBS")];

it("counts each facet over what the other facets leave", () => {
  const counts = facetCounts(hits, { frequencies: ["M"] });
  expect(counts.agencies).toEqual([
    { value: "NBS", count: 1 },
    { value: "PBC", count: 1 },
  ]);
  expect(counts.frequencies).toEqual([
    { value: "M", count: 2 },
    { value: "Q", count: 1 },
  ]);
});

it("keeps what passes every facet", () => {
  expect(
    filterEntries(hits, { frequencies: ["M"], agencies: ["NBS"] }).map((h) => h.entry.indicator.id),
  ).toEqual(["a"]);
});

it("gives no change where either figure is missing", () => {
  const latest = {
    indicator: "a",
    region: "CHN",
    period: "2025-04",
    value: 1.5,
    status: "normal",
    reason: null,
    vintage: "2025-05-09",
    previous: null,
  };
  expect(searchRow(hits[0]!, latest, null).change).toBeNull();
  expect(searchRow(hits[0]!, { ...latest, previous: 1 }, 3).change).toBe(0.5);
});

it("does not compare a running total with the period before", () => {
  const latest = {
    indicator: "a",
    region: "CHN",
    period: "2025-01/P3M",
    value: 318758,
    status: "normal",
    reason: null,
    vintage: "2025-04-16",
    previous: 1349084,
  };
  const ytd = { ...hits[0]!.entry, indicator: { ...hits[0]!.entry.indicator, measure: "ytd" as const } };
  expect(searchRow({ entry: ytd, score: 1 }, latest, null).change).toBeNull();
});
