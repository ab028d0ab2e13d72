import { describe, expect, it } from "vitest";
import type { DerivedColumns, DerivedSeriesResult } from "../../../models/analyses/derivedResult.ts";
import { amountTitle, growthTitle } from "./derivedTitles.ts";

const columns = (unit: string, values: (number | null)[], months: number[]): DerivedColumns => ({
  unit,
  values,
  months,
  lower: values.map((v) => (v === null ? null : v - 0.4)),
  upper: values.map((v) => (v === null ? null : v + 0.4)),
  how: months.map((m) => (m === 1 ? "differenced" : "bridged")),
  vintages: values.map(() => "2025-06-20"),
  reasons: values.map(() => null),
});
const result = (over: Partial<DerivedSeriesResult>): DerivedSeriesResult => ({
  indicator: "electricity.ytd",
  growthIndicator: "electricity.ytd-yoy",
  day: "2025-06-20",
  frequency: "M",
  periods: ["2025-04", "2025-05"],
  amounts: columns("ten-thousand-kwh", [77_200_000, 80_990_000], [1, 1]),
  growth: columns("percent", [5, 4.59], [1, 1]),
  method: [],
  refused: [],
  restated: [],
  ...over,
});
const short = { zh: "用电量", en: "Electricity" };

describe("the finding above single periods", () => {
  it("says the newest month, its figure and that it is derived", () => {
    const { text, claims } = amountTitle(short, result({}), 0);
    expect(text.zh).toContain("2025年5月用电量当月为");
    expect(text.zh).toContain("（推算）");
    expect(claims[0]!.value).toBe(80_990_000);
  });

  it("says a figure of several months with its months, and of what kind it is", () => {
    const bridged = result({
      periods: ["2025-01", "2025-02"],
      amounts: columns("ten-thousand-kwh", [null, 155_640_000], [0, 2]),
      growth: columns("percent", [null, 1.3], [0, 2]),
    });
    expect(amountTitle(short, bridged, 0).text.zh).toMatch(/^2025年1–2月用电量合计为.*各月不能分开$/);
    expect(growthTitle(short, bridged)!.text.en).toBe(
      "Electricity: 1.3 % on a year earlier in Jan–Feb 2025 together",
    );
  });

  it("growth is said with the range that rounding leaves; none is claimed where none is derived", () => {
    expect(growthTitle(short, result({}))!.text.zh).toBe(
      "2025年5月用电量当月同比4.6%（推算，末位四舍五入留下的范围4.2%至5.0%）",
    );
    expect(growthTitle(short, result({ growth: null }))).toBeNull();
  });
});
