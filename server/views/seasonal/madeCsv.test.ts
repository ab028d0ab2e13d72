import { describe, expect, it } from "vitest";
import { derivedSeries } from "../../../models/analyses/derivedSeries.ts";
import { seasonalAdjustment } from "../../../models/analyses/seasonalAdjustment.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { readingsOf } from "../../../models/readings/readings.ts";
import { shippedReadings } from "../../../models/readings/testReadings.ts";
import type { DerivedView, SeasonalView } from "../../routers/views.ts";
import { derivedCsv, seasonalCsv } from "./madeCsv.ts";
import { madeOf } from "./madeOf.ts";

const passport = { asOf: "2025-07-15", baseDate: "2025-07-15", lookingBack: false, dataVersion: "9" };
const about = (id: string) => madeOf(indicatorById(id)!, passport);
const power = ["electricity.ytd", "electricity.ytd-yoy"];

describe("files of what is computed here", () => {
  const readings = readingsOf(shippedReadings("electricity", power), "2025-07-15");
  const rows = (text: string) => text.slice(1).trimEnd().split("\r\n");

  it("single periods: the head says that nobody published them, a row a period with how it was made", () => {
    const result = derivedSeries.compute("electricity.ytd", readings, 1);
    const view = { ...about("electricity.ytd"), why: null, derived: { result } } as DerivedView;
    const lines = rows(derivedCsv(view, "en"));
    const head = lines.filter((l) => l.startsWith("# "));
    expect(head.join("\n")).toContain("computed here, not published by the source");
    expect(head.filter((l) => l.startsWith("# method"))).toHaveLength(
      result.method.length + result.refused.length,
    );
    expect(lines).toHaveLength(head.length + 1 + result.periods.length);
    expect(lines.find((l) => l.startsWith("2024-04,"))).toMatch(
      /^2024-04,73990000,73980000,74000000,differenced,1,,/,
    );
    expect(lines.find((l) => l.startsWith("2024-01,"))).toContain(",within,");
  });

  it("an adjusted series: specification in the head, unrounded columns below", () => {
    const result = seasonalAdjustment.compute("electricity.ytd", readings, 1);
    const view = { ...about("electricity.ytd"), why: null, adjustment: { result } } as SeasonalView;
    const lines = rows(seasonalCsv(view, "zh"));
    const head = lines.filter((l) => l.startsWith("# "));
    expect(head.join("\n")).toContain("季节调整后; 由本系统计算，非来源公布");
    for (const line of result.specification) expect(head.join("\n")).toContain(line.name.zh);
    const last = lines.at(-1)!.split(",");
    expect(last[0]).toBe(result.periods.at(-1));
    expect(Number(last[3])).toBe(result.adjusted.at(-1));
  });

  it("is not found where there is none, with the reason", () => {
    const why = { zh: "无", en: "it is a growth rate" };
    expect(() => seasonalCsv({ ...about("cpi.yoy"), why, adjustment: null }, "en")).toThrow(/growth rate/);
    expect(() => derivedCsv({ ...about("cpi.yoy"), why, derived: null }, "en")).toThrow(/growth rate/);
  });
});
