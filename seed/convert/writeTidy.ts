import type { TidyRow } from "./vintages.ts";

export const TIDY_HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis";

const order = (row: TidyRow): string => [row.indicator, row.region, row.period, row.vintage].join("\u0000");

/** A tidy document: header, then rows by indicator, region, period and vintage. UTF-8, LF. */
export function writeTidy(rows: readonly TidyRow[]): string {
  const keyed = rows.map((row) => ({ key: order(row), row })).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (let i = 1; i < keyed.length; i++)
    if (keyed[i]!.key === keyed[i - 1]!.key)
      throw new Error(`two figures for one vintage: ${keyed[i]!.key.replaceAll("\u0000", " ")}`);
  const lines = keyed.map(({ row: r }) =>
    [r.indicator, r.region, r.period, r.value, r.status, "", r.vintage, r.vintageBasis].join(","),
  );
  return `${[TIDY_HEADER, ...lines].join("\n")}\n`;
}
