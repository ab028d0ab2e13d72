import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { monthly } from "./rules.ts";

const shared = {
  frequency: "M",
  basis: "period",
  adjustment: "none",
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  orientation: "higher-is-better",
} as const;

const GOODS = {
  ...shared,
  agency: "GAC",
  sourceTable: { zh: "进出口商品总值表（美元值）", en: "Total value of imports and exports (in US dollars)" },
  update: monthly(9, "11:00"),
  januaryCombined: true,
} as const;

const goods = definePack(GOODS, [
  {
    id: "exports.usd",
    name: { zh: "出口总值（美元计价）", en: "Exports of goods, in US dollars" },
    short: { zh: "出口额", en: "Exports" },
    definition: {
      zh: "当月经海关实际出境并列入统计的货物总金额，按离岸价格以美元计价。",
      en: "Value of goods that left through customs in the month, free on board, in US dollars.",
    },
    unit: "thousand-usd",
    decimals: 0,
    measure: "flow",
    range: [0, 2_000_000_000],
  },
  {
    id: "exports.yoy",
    name: {
      zh: "出口总值同比增速（美元计价）",
      en: "Exports of goods, change on a year earlier, in US dollars",
    },
    short: { zh: "出口同比", en: "Exports, y/y" },
    definition: {
      zh: "当月以美元计价的出口总值与上年同月相比的变动百分比。",
      en: "Percentage change in the dollar value of the month's exports against the same month a year earlier.",
    },
    unit: "percent",
    decimals: 1,
    measure: "yoy",
    range: [-90, 400],
    growthOf: "exports.usd",
    growthTolerance: 6,
  },
  {
    id: "imports.usd",
    name: { zh: "进口总值（美元计价）", en: "Imports of goods, in US dollars" },
    short: { zh: "进口额", en: "Imports" },
    definition: {
      zh: "当月经海关实际进境并列入统计的货物总金额，按到岸价格以美元计价。",
      en: "Value of goods that came in through customs in the month, cost, insurance and freight, in US dollars.",
    },
    unit: "thousand-usd",
    decimals: 0,
    measure: "flow",
    range: [0, 2_000_000_000],
  },
  {
    id: "imports.yoy",
    name: {
      zh: "进口总值同比增速（美元计价）",
      en: "Imports of goods, change on a year earlier, in US dollars",
    },
    short: { zh: "进口同比", en: "Imports, y/y" },
    definition: {
      zh: "当月以美元计价的进口总值与上年同月相比的变动百分比。",
      en: "Percentage change in the dollar value of the month's imports against the same month a year earlier.",
    },
    unit: "percent",
    decimals: 1,
    measure: "yoy",
    range: [-90, 400],
    growthOf: "imports.usd",
    growthTolerance: 6,
  },
]);

const fdi = definePack(
  {
    ...shared,
    agency: "MOFCOM",
    sourceTable: { zh: "全国吸收外资情况", en: "National use of foreign investment" },
    update: monthly(20, "10:00"),
    notes: [
      {
        from: "2023-08",
        text: {
          zh: "本库所存止于2023年7月，其间有缺月；部分增速的多位小数为来源所带。",
          en: "Held up to July 2023, with missing months; the long decimals of some rates come from the source.",
        },
      },
    ],
  } as const,
  [
    {
      id: "fdi.value",
      name: { zh: "实际使用外资金额当月值", en: "Foreign investment used, in the month" },
      short: { zh: "实际使用外资", en: "FDI used" },
      definition: {
        zh: "当月外国投资者实际缴付的投资额，以美元计价。",
        en: "Investment that foreign investors actually paid in during the month, in US dollars.",
      },
      unit: "thousand-usd",
      decimals: 0,
      measure: "flow",
      range: [0, 100_000_000],
    },
    {
      id: "fdi.yoy",
      name: { zh: "实际使用外资金额当月同比增速", en: "Foreign investment used, change on a year earlier" },
      short: { zh: "外资同比", en: "FDI, y/y" },
      definition: {
        zh: "当月实际使用外资金额与上年同月相比的变动百分比。",
        en: "Percentage change in foreign investment used in the month against the same month a year earlier.",
      },
      unit: "percent",
      decimals: 1,
      measure: "yoy",
      range: [-100, 500],
      growthOf: "fdi.value",
    },
    {
      id: "fdi.ytd",
      name: { zh: "实际使用外资金额累计值", en: "Foreign investment used, year to date" },
      short: { zh: "外资累计", en: "FDI, ytd" },
      definition: {
        zh: "年初至本月实际使用外资的累计金额，以美元计价。",
        en: "Foreign investment used from January to the month, in US dollars.",
      },
      unit: "thousand-usd",
      decimals: 0,
      measure: "ytd",
      basis: "year-to-date",
      range: [0, 500_000_000],
    },
    {
      id: "fdi.ytd-yoy",
      name: {
        zh: "实际使用外资金额累计同比增速",
        en: "Foreign investment used, year to date, change on a year earlier",
      },
      short: { zh: "外资累计同比", en: "FDI, ytd y/y" },
      definition: {
        zh: "年初至本月实际使用外资的累计金额与上年同期相比的变动百分比。",
        en: "Percentage change in foreign investment used from January to the month against the same months a year earlier.",
      },
      unit: "percent",
      decimals: 1,
      measure: "ytd-yoy",
      basis: "year-to-date",
      range: [-100, 500],
      growthOf: "fdi.ytd",
      growthTolerance: 12,
    },
  ],
);

/** Trade in goods and foreign investment. */
export const TRADE = [...goods, ...fdi];
