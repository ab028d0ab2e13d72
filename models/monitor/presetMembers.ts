import type { PresetMember } from "./preset.ts";

type Member = Omit<PresetMember, "weight" | "substitutes">;
const percent = { unit: "percent", decimals: 1, prepare: "none", orientation: "higher-is-better" } as const;
const movingCentre = { kind: "moving-centre", years: 10 } as const;

/** The figures the presets judge, each as the base holds it. */
export const MEMBERS = {
  output: {
    indicator: "iva.yoy",
    name: { zh: "规模以上工业增加值同比", en: "Industrial value added, year on year" },
    short: { zh: "工业增加值", en: "Industrial output" },
    bounds: movingCentre,
    ...percent,
  },
  retail: {
    indicator: "retail.yoy",
    name: { zh: "社会消费品零售总额同比", en: "Retail sales of consumer goods, year on year" },
    short: { zh: "社会消费品零售", en: "Retail sales" },
    bounds: movingCentre,
    ...percent,
  },
  exports: {
    indicator: "exports.yoy",
    name: { zh: "出口额同比（美元计价）", en: "Exports in US dollars, year on year" },
    short: { zh: "出口", en: "Exports" },
    bounds: movingCentre,
    ...percent,
  },
  fiscalRevenue: {
    indicator: "fiscal-revenue.ytd-yoy",
    name: { zh: "一般公共预算收入累计同比", en: "General public budget revenue, year to date, year on year" },
    short: { zh: "财政收入", en: "Fiscal revenue" },
    bounds: movingCentre,
    ...percent,
  },
  m2: {
    indicator: "m2.yoy",
    name: { zh: "广义货币（M2）同比", en: "Broad money (M2), year on year" },
    short: { zh: "M2", en: "M2" },
    bounds: movingCentre,
    ...percent,
  },
  newLoans: {
    indicator: "loans.new",
    name: {
      zh: "近12个月新增人民币贷款合计同比",
      en: "New yuan loans, total of twelve months, year on year",
    },
    short: { zh: "新增贷款", en: "New loans" },
    bounds: movingCentre,
    ...percent,
    prepare: "sum12-yoy",
  },
  cpi: {
    indicator: "cpi.yoy",
    name: { zh: "居民消费价格同比", en: "Consumer prices, year on year" },
    short: { zh: "CPI", en: "CPI" },
    bounds: { kind: "cpi-target", offsets: [-3, -2, 0, 1.5] },
    ...percent,
    orientation: "two-sided",
  },
  ppi: {
    indicator: "ppi.yoy",
    name: { zh: "工业生产者出厂价格同比", en: "Producer prices, year on year" },
    short: { zh: "PPI", en: "PPI" },
    bounds: movingCentre,
    ...percent,
    orientation: "two-sided",
  },
  electricity: {
    indicator: "electricity.ytd-yoy",
    name: { zh: "全社会用电量累计同比", en: "Electricity use, year to date, year on year" },
    short: { zh: "全社会用电量", en: "Electricity use" },
    bounds: movingCentre,
    ...percent,
  },
  confidence: {
    indicator: "consumer-confidence.index",
    name: { zh: "消费者信心指数", en: "Consumer confidence index" },
    short: { zh: "消费者信心", en: "Consumer confidence" },
    bounds: movingCentre,
    ...percent,
    unit: "index",
  },
  services: {
    indicator: "pmi.non-manufacturing",
    name: { zh: "非制造业商务活动指数", en: "Non-manufacturing business activity index" },
    short: { zh: "非制造业PMI", en: "Non-manufacturing PMI" },
    bounds: movingCentre,
    ...percent,
  },
} as const satisfies Record<string, Member>;
