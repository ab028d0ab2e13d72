import type { Agency } from "./agency.ts";

const agency = (id: string, zh: string, en: string, homepage: string): Agency => ({
  id,
  name: { zh, en },
  homepage,
});

/** Who publishes the figures of the catalogue. */
export const AGENCIES: readonly Agency[] = [
  agency("NBS", "国家统计局", "National Bureau of Statistics of China", "https://www.stats.gov.cn"),
  agency("PBC", "中国人民银行", "People's Bank of China", "http://www.pbc.gov.cn"),
  agency("GAC", "海关总署", "General Administration of Customs of China", "http://www.customs.gov.cn"),
  agency("MOF", "财政部", "Ministry of Finance of China", "https://www.mof.gov.cn"),
  agency("STA", "国家税务总局", "State Taxation Administration of China", "https://www.chinatax.gov.cn"),
  agency(
    "NEA",
    "国家能源局（中国电力企业联合会）",
    "National Energy Administration of China (CEC)",
    "https://www.nea.gov.cn",
  ),
  agency("MOFCOM", "商务部", "Ministry of Commerce of China", "https://www.mofcom.gov.cn"),
  agency(
    "SAFE",
    "国家外汇管理局",
    "State Administration of Foreign Exchange of China",
    "https://www.safe.gov.cn",
  ),
  agency(
    "NIFC",
    "全国银行间同业拆借中心",
    "National Interbank Funding Center",
    "https://www.chinamoney.com.cn",
  ),
  agency("EIA", "美国能源信息署", "U.S. Energy Information Administration", "https://www.eia.gov"),
  agency("WB", "世界银行", "World Bank", "https://data.worldbank.org"),
  agency("OWID", "“用数据看世界”汇编", "Our World in Data (compilation)", "https://ourworldindata.org"),
  agency("REPRINT", "数据转载方（非官方推算）", "Data reprinter (unofficial computation)", "about:blank"),
  agency("GUANLAN", "观澜（本系统计算）", "Guanlan (computed here)", "about:blank"),
  agency("DEMO", "观澜演示数据〔模拟〕", "Guanlan demo data (simulated)", "about:blank"),
];
