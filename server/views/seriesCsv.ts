import type { SeriesView } from "../routers/views.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";

const HEADERS = {
  zh: ["时期", "数值", "单位", "状态", "缺数原因", "发布日"],
  en: ["period", "value", "unit", "status", "missing_reason", "vintage"],
} as const;

/** A series as a file: its passport in the first lines, then a row a period; a gap is a row with its reason. */
export function seriesCsv(view: SeriesView, lang: "zh" | "en"): string {
  const { indicator } = view.meta;
  const zh = lang === "zh";
  const head: (readonly [string, string])[] = [
    [zh ? "指标" : "indicator", `${indicator.name[lang]} (${indicator.id})`],
    [zh ? "地区" : "region", `${view.meta.regionName[lang]} (${view.meta.region})`],
    [zh ? "变换" : "transform", view.transform],
    [zh ? "来源" : "source", `${view.meta.agencyName[lang]} · ${indicator.sourceTable[lang]}`],
    [zh ? "许可" : "licence", indicator.licence],
    [zh ? "截至" : "as_of", view.asOf],
    [zh ? "数据版本" : "data_version", view.dataVersion],
  ];
  if (indicator.simulated)
    head.push([zh ? "注意" : "note", zh ? "模拟数据，非真实统计" : "simulated data, not real statistics"]);
  if (view.note) head.push([zh ? "说明" : "remark", view.note[lang]]);
  const rows = view.periods.map((period, i) =>
    csvLine([
      period,
      view.values[i] ?? null,
      view.unit,
      view.status[i]!,
      view.reasons[i] ?? null,
      view.vintages[i] ?? null,
    ]),
  );
  return (
    BYTE_ORDER_MARK +
    [...head.map((h) => `# ${csvLine([...h])}`), csvLine([...HEADERS[lang]]), ...rows, ""].join("\r\n")
  );
}
