/**
 * `npx tsx seed/convert/wideDocuments.ts`: writes seed/documents anew from the shipped figures, in the form in
 * which the bureau's data site exports monthly tables: newest month first, price indices on 100.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { writeXlsx } from "hucre/xlsx";
import { heads } from "../../models/indicators/registry.ts";
import { periodOfSlot, slotOf } from "../../models/series/period.ts";
import { WIDE_TITLES } from "../../server/connectors/wide/titles.ts";
import { encodeGbk } from "./gbk.ts";

const SEED = join(import.meta.dirname, "..");
const LAST = "2025-04";
const MONTHS = 13;

const figures = new Map<string, string>();
for (const table of ["cpi", "ppi", "industry", "retail", "fai", "pmi", "unemployment"]) {
  const rows: Record<string, string>[] = parse(readFileSync(join(SEED, `figures/${table}.csv`), "utf8"), {
    columns: true,
  });
  // Rows stand in the order of their vintages: the last one is the newest.
  for (const row of rows) figures.set(`${row.indicator} ${row.period}`, row.value!);
}

const slots = Array.from({ length: MONTHS }, (_, i) => slotOf(LAST, "M") - i);
const header = ["指标", ...slots.map((s) => periodOfSlot(s, "M").replace(/^(\d{4})-0?(\d+)$/, "$1年$2月"))];

function tableRow(title: string): (string | number)[] {
  const { indicator, reads } = WIDE_TITLES[title]!;
  const { basis } = heads(indicator);
  return [
    title,
    ...slots.map((slot) => {
      const text = figures.get(`${indicator} ${periodOfSlot(slot, "M", basis)}`);
      if (text === undefined) return "";
      return reads === "growth"
        ? Number((Number(text) + 100).toFixed(text.split(".")[1]?.length ?? 0))
        : Number(text);
    }),
  ];
}

function table(titles: RegExp): (string | number)[][] {
  return [
    ["数据库：月度数据"],
    ["时间：最近13个月"],
    header,
    ...Object.keys(WIDE_TITLES)
      .filter((t) => titles.test(t))
      .map(tableRow),
    ["数据来源：国家统计局"],
  ];
}

const prices = table(/价格指数/).map((row) =>
  row.map((c) => (typeof c === "number" ? (Number.isInteger(c) ? c.toFixed(1) : String(c)) : c)).join(","),
);
writeFileSync(join(SEED, "documents/nbs-prices-2025-05-16.csv"), encodeGbk(`${prices.join("\r\n")}\r\n`));
writeFileSync(
  join(SEED, "documents/nbs-activity-2025-05-19.xlsx"),
  await writeXlsx({
    sheets: [
      { name: "月度数据", rows: table(/工业增加值|零售总额|投资额|采购经理|商务活动|失业率|工作时间/) },
    ],
  }),
);
