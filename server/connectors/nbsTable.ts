import { OFFICIAL_CHINA } from "../../models/indicators/definePack.ts";
import type { Connector } from "./contract.ts";
import { fetchDocument } from "./fetchDocument.ts";
import { parseWide } from "./wide/parseWide.ts";
import { readGrid } from "./wide/readGrid.ts";
import { WIDE_TITLES } from "./wide/titles.ts";

/** Documents as the bureau's data site writes them; the name ends in the day of the table. */
const DOCUMENTS = [
  { path: "documents/nbs-prices-2025-05-16.csv", titles: /价格指数/ },
  {
    path: "documents/nbs-activity-2025-05-19.xlsx",
    titles: /工业增加值|零售总额|投资额|采购经理|商务活动|失业率|工作时间/,
  },
] as const;

const dayOf = (path: string): string | null => /(\d{4}-\d{2}-\d{2})\.[a-z]+$/.exec(path)?.[1] ?? null;

const holds = (titles: RegExp): string[] =>
  Object.entries(WIDE_TITLES)
    .filter(([title]) => titles.test(title))
    .map(([, row]) => row.indicator);

/**
 * The statistics bureau's wide tables (月度数据): months from left to right, CSV in GBK or a workbook, as its data
 * site exports them and stewards keep them. Price indices on 100 become changes in percent.
 */
export const nbsTable: Connector = {
  id: "nbs-table",
  title: { zh: "国家统计局：月度数据横表", en: "National Bureau of Statistics: wide monthly tables" },
  homepage: "https://data.stats.gov.cn",
  licence: OFFICIAL_CHINA,
  agency: "NBS",
  provides: Object.values(WIDE_TITLES).map((row) => row.indicator),
  plan: (wanted, since) =>
    DOCUMENTS.filter((d) => holds(d.titles).some((id) => wanted.includes(id)))
      .map((d) => ({ connector: "nbs-table", path: d.path, vintage: dayOf(d.path) }))
      .filter((request) => since === null || request.vintage === null || request.vintage >= since),
  fetch: fetchDocument,
  parse: async (document) =>
    parseWide(
      await readGrid(document),
      document.request.vintage ?? dayOf(document.name) ?? document.fetchedAt.slice(0, 10),
      document.name,
    ),
};
