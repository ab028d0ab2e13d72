import { describe, expect, it } from "vitest";
import { deniedClaims } from "../../../tests/support/deniedClaims.ts";
import type { FanView, Light, LightRow, ProvinceTiles, WarningIndexView } from "../../routers/views.ts";
import { cockpitHeadline, fanTitle, indexTitle, lightsTitle, provincesTitle } from "./headline.ts";

const row = (id: string, zh: string, light: Light | null, weight = 0.1): LightRow =>
  ({
    indicator: id,
    short: { zh, en: id },
    weight,
    cells: [
      { period: "2025-04", light: 3 },
      { period: "2025-05", light },
    ],
  }) as unknown as LightRow;
const index = (over: Partial<WarningIndexView>): WarningIndexView =>
  ({
    value: 88,
    previous: 90,
    light: 3,
    monthsInZone: 5,
    bounds: [63.33, 83.33, 116.67, 136.67],
    ...over,
  }) as WarningIndexView;

describe("the cockpit's headline says what the lights say", () => {
  const rows = [
    row("cpi", "CPI", 1),
    row("ppi", "PPI", 2),
    row("m2", "M2", 2, 0.2),
    row("exports", "出口", 5),
    row("iva", "工业", 3),
  ];

  it("names the zone, the hot, the coldest first, and counts the rest", () => {
    const h = cockpitHeadline(index({}), rows);
    expect(h.text.zh).toBe("经济运行处于绿灯区，出口偏热，CPI、M2等3项偏冷。");
    expect(h.text.en).toBe("The economy is in the green zone; exports hot; cpi, m2 and 1 more cold.");
  });

  it.each([1, 2, 3, 4, 5] as const)("makes no claim that the figures deny, light %d", (light) => {
    const shown = { index: index({ light }), lights: rows };
    for (const h of [cockpitHeadline(shown.index, rows), indexTitle(shown.index), lightsTitle(rows)]) {
      expect(deniedClaims(h, shown)).toEqual([]);
    }
  });

  it("is caught when it lies", () => {
    const h = cockpitHeadline(index({}), rows);
    expect(deniedClaims(h, { index: index({ light: 5 }), lights: rows.slice(1) })).not.toEqual([]);
  });

  it("says so when nothing leans, and does not count a member without a light", () => {
    expect(cockpitHeadline(index({}), [row("iva", "工业", 3), row("x", "缺", null)]).text.zh).toBe(
      "经济运行处于绿灯区，各项指标均在正常区间。",
    );
  });

  it("counts the table", () => {
    expect(lightsTitle([...rows, row("x", "缺", null)]).text.zh).toBe("5 项中 1 项正常，1 项偏热，3 项偏冷");
  });
});

describe("the index title", () => {
  it.each([
    [88, 90, "综合预警指数 88.0，较上月回落 2.0 点，连续 5 个月处于绿灯区"],
    [90.02, 90, "综合预警指数 90.0，与上月持平，连续 5 个月处于绿灯区"],
    [91, null, "综合预警指数 91.0，连续 5 个月处于绿灯区"],
  ])("%d after %s", (value, previous, zh) => expect(indexTitle(index({ value, previous })).text.zh).toBe(zh));
});

describe("other titles", () => {
  it("names the fastest and slowest province", () => {
    const tile = (zh: string, value: number | null, light: Light | null) => ({
      region: zh,
      short: { zh, en: zh },
      value,
      light,
    });
    const p = {
      tiles: [tile("北京", 4.7, 3), tile("西藏", 9.5, 5), tile("黑龙江", 0.1, 1), tile("台湾", null, null)],
    } as unknown as ProvinceTiles;
    expect(provincesTitle(p).text.zh).toBe("3 省份中 1 个居中，西藏最快、黑龙江最慢");
  });

  it("says plainly that no forecast has earned trust", () => {
    const fan = {
      name: { zh: "GDP 同比", en: "GDP growth" },
      forecast: null,
      unit: "percent",
      decimals: 1,
    } as unknown as FanView;
    expect(fanTitle(fan).text.zh).toBe("GDP 同比：暂无可采信的预测");
    const made = { ...fan, forecast: { periods: ["2025-Q3"], mean: [4.96] } } as unknown as FanView;
    expect(fanTitle(made).text.zh).toBe("GDP 同比2025年三季度预计 5.0%");
  });
});
