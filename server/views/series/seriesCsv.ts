import type { SeriesView } from "../../routers/views.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv.ts";
import { exportHead } from "../exportHead.ts";

const HEADERS = {
  zh: ["时期", "数值", "单位", "状态", "缺数原因", "发布日"],
  en: ["period", "value", "unit", "status", "missing_reason", "vintage"],
} as const;

/** A series as a file: its passport in the first lines, then a row a period; a gap is a row with its reason. */
export function seriesCsv(view: SeriesView, lang: "zh" | "en"): string {
  const { indicator, region } = view.meta;
  const head = exportHead({ indicator, region, transform: view.transform, note: view.note }, view, lang);
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
  return BYTE_ORDER_MARK + [...head, csvLine([...HEADERS[lang]]), ...rows, ""].join("\r\n");
}
