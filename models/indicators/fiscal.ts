import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { monthly, quarterly } from "./rules.ts";

const shared = {
  unit: "hundred-million-yuan",
  decimals: 0,
  frequency: "M",
  basis: "period",
  adjustment: "none",
  agency: "MOF",
  sourceTable: { zh: "财政收支情况", en: "Budget revenue and expenditure" },
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: monthly(20, "16:00"),
  januaryCombined: true,
  orientation: "higher-is-better",
} as const;

const COMPUTED = {
  text: {
    zh: "带多位小数的当月增速由数据转载方用金额推算，与财政部按可比口径公布的增速可能不同。",
    en: "Monthly rates with long decimals were computed from amounts by a reprinter and may differ from the ministry's comparable rates.",
  },
} as const;

const COMBINED = {
  text: {
    zh: "缺1月单月数的年份，1—2月合并为一个数据期。",
    en: "In years without a figure for January, January and February stand as one period.",
  },
} as const;

const revenue = definePack(shared, [
  {
    id: "fiscal-revenue.value",
    name: { zh: "一般公共预算收入当月值", en: "General public budget revenue, in the month" },
    short: { zh: "财政收入", en: "Budget revenue" },
    definition: {
      zh: "全国一般公共预算当月收入，含税收收入和非税收入。",
      en: "National general public budget revenue in the month, tax and other.",
    },
    measure: "flow",
    range: [-5_000, 200_000],
    notes: [COMBINED],
  },
  {
    id: "fiscal-revenue.yoy",
    name: {
      zh: "一般公共预算收入当月同比增速",
      en: "General public budget revenue, change on a year earlier",
    },
    short: { zh: "财政收入同比", en: "Budget revenue, y/y" },
    definition: {
      zh: "全国一般公共预算当月收入与上年同月相比的变动百分比。",
      en: "Percentage change in the month's general public budget revenue against the same month a year earlier.",
    },
    unit: "percent",
    decimals: 1,
    measure: "yoy",
    range: [-90, 200],
    growthOf: "fiscal-revenue.value",
    notes: [COMPUTED, COMBINED],
  },
  {
    id: "fiscal-revenue.ytd",
    name: { zh: "一般公共预算收入累计值", en: "General public budget revenue, year to date" },
    short: { zh: "财政收入累计", en: "Budget revenue, ytd" },
    definition: {
      zh: "年初至本月全国一般公共预算收入的累计金额。",
      en: "National general public budget revenue from January to the month.",
    },
    measure: "ytd",
    basis: "year-to-date",
    range: [0, 1_000_000],
  },
  {
    id: "fiscal-revenue.ytd-yoy",
    name: {
      zh: "一般公共预算收入累计同比增速",
      en: "General public budget revenue, year to date, change on a year earlier",
    },
    short: { zh: "财政收入累计同比", en: "Budget revenue, ytd y/y" },
    definition: {
      zh: "年初至本月全国一般公共预算收入累计金额与上年同期相比的变动百分比。",
      en: "Percentage change in general public budget revenue from January to the month against the same months a year earlier.",
    },
    unit: "percent",
    decimals: 1,
    measure: "ytd-yoy",
    basis: "year-to-date",
    range: [-90, 200],
    growthOf: "fiscal-revenue.ytd",
    growthTolerance: 4,
  },
]);

const tax = definePack(
  {
    ...shared,
    frequency: "Q",
    basis: "year-to-date",
    agency: "STA",
    sourceTable: { zh: "税收收入情况", en: "Tax revenue" },
    update: quarterly(22, "10:00"),
  } as const,
  [
    {
      id: "tax.ytd",
      name: { zh: "税收收入累计值", en: "Tax revenue, year to date" },
      short: { zh: "税收累计", en: "Tax, ytd" },
      definition: {
        zh: "年初至本季末全国税收收入的累计金额。",
        en: "National tax revenue from January to the end of the quarter.",
      },
      measure: "ytd",
      range: [0, 1_000_000],
    },
    {
      id: "tax.ytd-yoy",
      name: { zh: "税收收入累计同比增速", en: "Tax revenue, year to date, change on a year earlier" },
      short: { zh: "税收累计同比", en: "Tax, ytd y/y" },
      definition: {
        zh: "年初至本季末税收收入累计金额与上年同期相比的变动百分比。",
        en: "Percentage change in tax revenue from January to the end of the quarter against the same quarters a year earlier.",
      },
      unit: "percent",
      decimals: 1,
      measure: "ytd-yoy",
      range: [-90, 200],
      growthOf: "tax.ytd",
      growthTolerance: 4,
    },
  ],
);

/** Budget revenue and taxes. */
export const FISCAL = [...revenue, ...tax];
