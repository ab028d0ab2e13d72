import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import type { Words } from "./indicator.ts";
import { annual, monthly } from "./rules.ts";

const electricity = {
  unit: "ten-thousand-kwh",
  decimals: 0,
  frequency: "M",
  measure: "ytd",
  basis: "year-to-date",
  adjustment: "none",
  agency: "NEA",
  sourceTable: { zh: "全社会用电量", en: "Electricity consumption of the whole society" },
  sourceClass: "industry-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro", "carbon"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: monthly(20, "14:00"),
  januaryCombined: true,
  orientation: "higher-is-better",
  range: [0, 3_000_000_000],
} as const;

const total = definePack(electricity, [
  {
    id: "electricity.ytd",
    name: { zh: "全社会用电量累计值", en: "Electricity consumption, year to date" },
    short: { zh: "用电量累计", en: "Electricity, ytd" },
    definition: {
      zh: "年初至本月第一、二、三产业和城乡居民生活用电的合计。",
      en: "Electricity used by the three sectors and households from January to the month.",
    },
  },
  {
    id: "electricity.ytd-yoy",
    name: {
      zh: "全社会用电量累计同比增速",
      en: "Electricity consumption, year to date, change on a year earlier",
    },
    short: { zh: "用电量累计同比", en: "Electricity, ytd y/y" },
    definition: {
      zh: "年初至本月全社会用电量与上年同期相比的变动百分比，由发布方按可比口径计算。",
      en: "Percentage change in electricity used from January to the month against the same months a year earlier, on the publisher's comparable coverage.",
    },
    unit: "percent",
    decimals: 1,
    measure: "ytd-yoy",
    range: [-50, 100],
    growthOf: "electricity.ytd",
    growthTolerance: 8,
  },
]);

function user<const C extends string>(code: C, name: Words, note?: Words) {
  return definePack(
    { ...electricity, ...(note ? { notes: [{ text: note }] } : {}) } as const,
    [
      {
        id: `electricity.${code}.ytd`,
        name: { zh: `${name.zh}用电量累计值`, en: `Electricity consumption, ${name.en}, year to date` },
        short: { zh: `${name.zh}用电`, en: `Electricity, ${name.en}` },
        definition: {
          zh: `年初至本月${name.zh}用电量的累计。`,
          en: `Electricity used by ${name.en} from January to the month.`,
        },
        partOf: "electricity.ytd",
      },
    ] as const,
  );
}

const world = {
  decimals: 1,
  frequency: "A",
  measure: "flow",
  basis: "period",
  adjustment: "none",
  agency: "OWID",
  sourceTable: { zh: "二氧化碳与能源汇编数据集", en: "CO2 and energy compilation" },
  sourceClass: "internet-and-market",
  licence: "CC BY 4.0",
  themes: ["carbon"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: annual(4, "12:00", 11),
  orientation: "lower-is-better",
} as const;

const carbon = definePack({ ...world, unit: "million-tonnes", range: [0, 100_000] } as const, [
  {
    id: "co2.total",
    name: { zh: "二氧化碳排放量", en: "Carbon dioxide emissions" },
    short: { zh: "二氧化碳排放", en: "CO2" },
    definition: {
      zh: "一年内化石燃料燃烧与工业过程排放的二氧化碳，不含土地利用变化，按领土口径。",
      en: "Carbon dioxide from fossil fuels and industry in the year, on national territory, land-use change excluded.",
    },
  },
  {
    id: "co2.per-capita",
    name: { zh: "人均二氧化碳排放量", en: "Carbon dioxide emissions per head" },
    short: { zh: "人均二氧化碳", en: "CO2 per head" },
    definition: {
      zh: "二氧化碳排放量除以年中人口。",
      en: "Carbon dioxide emissions divided by population.",
    },
    unit: "tonnes-per-head",
    decimals: 2,
    measure: "rate",
    range: [0, 200],
  },
  {
    id: "co2.coal",
    name: { zh: "煤炭燃烧二氧化碳排放量", en: "Carbon dioxide emissions from coal" },
    short: { zh: "煤炭碳排放", en: "CO2, coal" },
    definition: { zh: "煤炭燃烧排放的二氧化碳。", en: "Carbon dioxide from burning coal in the year." },
    partOf: "co2.total",
  },
  {
    id: "co2.oil",
    name: { zh: "石油燃烧二氧化碳排放量", en: "Carbon dioxide emissions from oil" },
    short: { zh: "石油碳排放", en: "CO2, oil" },
    definition: { zh: "石油燃烧排放的二氧化碳。", en: "Carbon dioxide from burning oil in the year." },
    partOf: "co2.total",
  },
  {
    id: "co2.gas",
    name: { zh: "天然气燃烧二氧化碳排放量", en: "Carbon dioxide emissions from gas" },
    short: { zh: "天然气碳排放", en: "CO2, gas" },
    definition: {
      zh: "天然气燃烧排放的二氧化碳。",
      en: "Carbon dioxide from burning natural gas in the year.",
    },
    partOf: "co2.total",
  },
  {
    id: "primary-energy.consumption",
    name: { zh: "一次能源消费量", en: "Primary energy consumption" },
    short: { zh: "一次能源消费", en: "Primary energy" },
    definition: {
      zh: "一年内消费的一次能源总量，非化石能源按替代法折算，以太瓦时计。",
      en: "Primary energy used in the year, non-fossil sources counted by substitution, in terawatt-hours.",
    },
    unit: "terawatt-hours",
    orientation: "neutral",
    range: [0, 1_000_000],
  },
]);

/** Electricity at home; carbon and energy across countries. */
export const ENERGY = [
  ...total,
  ...user(
    "primary",
    { zh: "第一产业", en: "the primary sector" },
    {
      zh: "2019年8月来源为6050000万千瓦时，由分项推断疑为5050000，原样保存。",
      en: "August 2019 stands at 6,050,000 in the source where the parts suggest 5,050,000; kept as it is.",
    },
  ),
  ...user("secondary", { zh: "第二产业", en: "the secondary sector" }),
  ...user("tertiary", { zh: "第三产业", en: "the tertiary sector" }),
  ...user("residential", { zh: "城乡居民生活", en: "households" }),
  ...carbon,
];
