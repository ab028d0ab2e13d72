import { normaliseText } from "./normaliseText.ts";

/** The columns of the tidy format, in its own order. */
export const TIDY_COLUMNS = [
  "indicator",
  "region",
  "period",
  "value",
  "status",
  "reason",
  "vintage",
  "vintage_basis",
] as const;
export type TidyColumn = (typeof TIDY_COLUMNS)[number];

/** What each column may be called; compared after normalising, without spaces and case. */
const ALIASES: Readonly<Record<TidyColumn, readonly string[]>> = {
  indicator: ["指标", "指标代码", "指标编码", "指标名称", "indicator_id"],
  region: ["地区", "地区代码", "行政区划", "行政区划代码", "ref_area"],
  period: ["时期", "期别", "报告期", "时间", "time_period"],
  value: ["数值", "指标值", "数据", "obs_value"],
  status: ["状态", "obs_status"],
  reason: ["原因", "缺失原因"],
  vintage: ["发布日", "发布日期", "release_date"],
  vintage_basis: ["发布日依据", "basis"],
};

/** A column by both its names. */
export const columnName = (column: TidyColumn): string => `${column} (${ALIASES[column][0]})`;

const PLACES: ReadonlyMap<string, TidyColumn> = new Map(
  TIDY_COLUMNS.flatMap((column) => [column, ...ALIASES[column]].map((alias) => [alias, column] as const)),
);

/** Where each tidy column stands in a table; -1 where it is absent. Columns under other names are passed over. */
export type HeaderPlaces = Readonly<Record<TidyColumn, number>>;

export type HeaderReading =
  | { kind: "read"; places: HeaderPlaces; width: number }
  | { kind: "missing"; columns: readonly TidyColumn[] }
  | { kind: "repeated"; column: TidyColumn };

/** Reads a header row. `vintageKnown`: the document's day is given beside it, so the column may be absent. */
export function readHeader(cells: readonly string[], vintageKnown: boolean): HeaderReading {
  const places = Object.fromEntries(TIDY_COLUMNS.map((c) => [c, -1])) as Record<TidyColumn, number>;
  for (const [i, cell] of cells.entries()) {
    const column = PLACES.get(normaliseText(cell).toLowerCase().replaceAll(" ", "_"));
    if (!column) continue;
    if (places[column] >= 0) return { kind: "repeated", column };
    places[column] = i;
  }
  const needed: TidyColumn[] = ["indicator", "region", "period", "value"];
  if (!vintageKnown) needed.push("vintage");
  const missing = needed.filter((c) => places[c] < 0);
  return missing.length > 0
    ? { kind: "missing", columns: missing }
    : { kind: "read", places, width: cells.length };
}
