import { quantileSorted } from "simple-statistics";
import type { SeriesKey } from "../../../db/stores/contract.ts";
import { indicatorById, MAINLAND_PROVINCES } from "../../../models/indicators/registry.ts";
import { lightOf } from "../../../models/monitor/lights.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import { lastIndex, type Series } from "../../../models/series/series.ts";
import { yearOnYear } from "../../../models/transforms/yearOnYear.ts";
import type { ProvinceTiles } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { regionOf, sourceWords } from "../catalogue.ts";

export const PROVINCE_INDICATOR = "gdp.province.level";
/** Provinces without figures in the base keep their tile, with the reason. */
const OUTSIDE = ["710000", "810000", "820000"];
/** The same shares as the five lights: 10, 15, 50, 15, 10 % of the provinces. */
const SHARES = [0.1, 0.25, 0.75, 0.9] as const;

/**
 * Nominal growth of provincial GDP in the newest year that most provinces have, as known on a day, against the year
 * before as then known. Colours say where a province stands among the provinces of that year, not good or bad.
 */
export async function provinceTiles(s: Services, asOf: IsoDate): Promise<ProvinceTiles> {
  const indicator = indicatorById(PROVINCE_INDICATOR)!;
  const provinces = MAINLAND_PROVINCES;
  const keys: SeriesKey[] = provinces.map((region) => ({ indicator: indicator.id, region }));
  const growth = (await s.base.observations.series(keys, { asOf })).map((x) =>
    yearOnYear(x, indicator.measure),
  );
  const period = newestCommon(growth);
  const values = growth.map((g) => at(g, period));
  const bounds = crossBounds(values.map((v) => v.value).filter((v) => v !== null));
  const tiles = provinces.map((code, i): ProvinceTiles["tiles"][number] => {
    const { value, vintage, reason } = values[i]!;
    const { name, short } = regionOf(code);
    return {
      region: code,
      name,
      short,
      value,
      light: value === null || !bounds ? null : lightOf(value, bounds),
      reason,
      vintage,
    };
  });
  for (const code of OUTSIDE) {
    const { name, short } = regionOf(code);
    tiles.push({
      region: code,
      name,
      short,
      value: null,
      light: null,
      reason: "not-published",
      vintage: null,
    });
  }
  return {
    indicator: indicator.id,
    name: { zh: "地区生产总值名义增速", en: "Nominal growth of regional GDP" },
    unit: "percent",
    decimals: 1,
    period,
    vintage:
      values
        .map((v) => v.vintage)
        .filter((v) => v !== null)
        .sort()
        .at(-1) ?? null,
    source: sourceWords(indicator),
    method: {
      zh: "由当年价总量推算的名义增速，未扣除价格因素；颜色按该年各省分布的 10%、25%、75%、90% 分位划分",
      en: "Nominal growth from levels at current prices, not deflated; colours by the 10th, 25th, 75th and 90th percentiles among provinces that year",
    },
    tiles,
  };
}

/** The newest year for which at least half of the provinces have a growth rate; null when there is none. */
function newestCommon(growth: readonly Series[]): string | null {
  const counts = new Map<string, number>();
  for (const g of growth) {
    g.values.forEach((value, i) => {
      if (value !== null) counts.set(g.periods[i]!, (counts.get(g.periods[i]!) ?? 0) + 1);
    });
  }
  return (
    [...counts]
      .filter(([, n]) => n * 2 >= growth.length)
      .map(([p]) => p)
      .sort()
      .at(-1) ?? null
  );
}

function at(
  g: Series,
  period: string | null,
): { value: number | null; vintage: IsoDate | null; reason: string | null } {
  const i = period === null ? -1 : g.periods.indexOf(period);
  if (i >= 0) return { value: g.values[i]!, vintage: g.vintages[i]!, reason: g.reasons[i]! };
  return { value: null, vintage: null, reason: lastIndex(g) === null ? "not-published" : "not-yet-released" };
}

function crossBounds(values: readonly number[]): [number, number, number, number] | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length < 10) return null;
  const b = SHARES.map((q) => quantileSorted(sorted, q)) as [number, number, number, number];
  return b.every((x, i) => i === 0 || x > b[i - 1]!) ? b : null;
}
