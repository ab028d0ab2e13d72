import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { monthly } from "./rules.ts";

const shared = {
  unit: "percent",
  decimals: 1,
  frequency: "M",
  basis: "period",
  adjustment: "none",
  agency: "NBS",
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  orientation: "two-sided",
} as const;

const CPI = {
  ...shared,
  sourceTable: { zh: "居民消费价格月度发布", en: "Monthly release on consumer prices" },
  update: monthly(9, "09:30"),
} as const;

const PPI = {
  ...shared,
  sourceTable: { zh: "工业生产者价格月度发布", en: "Monthly release on industrial producer prices" },
  update: monthly(9, "09:30"),
} as const;

const LONG_DECIMALS = {
  from: "2008-01",
  text: {
    zh: "2015年以前的部分数值在来源中带有多位小数，原样保存，按一位小数显示。",
    en: "Some values before 2015 carry many decimals in the source; they are kept as they are and shown with one.",
  },
} as const;

const cpi = definePack(CPI, [
  {
    id: "cpi.yoy",
    name: {
      zh: "居民消费价格指数（上年同月=100）同比涨幅",
      en: "Consumer price index, change on a year earlier",
    },
    short: { zh: "居民消费价格同比", en: "CPI, y/y" },
    definition: {
      zh: "城乡居民购买并用于日常生活的一篮子消费品和服务的价格总水平，与上年同月相比的变动百分比。",
      en: "Percentage change against the same month a year earlier in the price of the basket of goods and services that urban and rural households buy for daily life.",
    },
    measure: "yoy",
    range: [-20, 60],
    notes: [LONG_DECIMALS],
  },
  {
    id: "cpi.mom",
    name: {
      zh: "居民消费价格指数（上月=100）环比涨幅",
      en: "Consumer price index, change on the month before",
    },
    short: { zh: "居民消费价格环比", en: "CPI, m/m" },
    definition: {
      zh: "居民消费价格总水平与上月相比的变动百分比，未经季节调整，春节所在月份波动较大。",
      en: "Percentage change in consumer prices against the month before, not seasonally adjusted: the months around the Spring Festival move most.",
    },
    measure: "mom",
    range: [-10, 20],
  },
  {
    id: "cpi.ytd-yoy",
    name: {
      zh: "居民消费价格指数累计同比涨幅",
      en: "Consumer price index, year to date, change on a year earlier",
    },
    short: { zh: "居民消费价格累计同比", en: "CPI, ytd y/y" },
    definition: {
      zh: "年初至本月平均的居民消费价格水平，与上年同期平均相比的变动百分比；全年值即年度涨幅，用于对照年度预期目标。",
      en: "Percentage change in the average price level from January to the month against the same months a year earlier; December's is the annual rate that the yearly goal is set on.",
    },
    measure: "ytd-yoy",
    basis: "year-to-date",
    range: [-20, 60],
    notes: [LONG_DECIMALS],
  },
  {
    id: "cpi.urban.yoy",
    name: { zh: "城市居民消费价格指数同比涨幅", en: "Urban consumer price index, change on a year earlier" },
    short: { zh: "城市CPI同比", en: "Urban CPI, y/y" },
    definition: {
      zh: "城市居民消费价格总水平与上年同月相比的变动百分比。",
      en: "Percentage change in prices paid by urban households against the same month a year earlier.",
    },
    measure: "yoy",
    range: [-20, 60],
    partOf: "cpi.yoy",
    notes: [LONG_DECIMALS],
  },
  {
    id: "cpi.urban.mom",
    name: {
      zh: "城市居民消费价格指数环比涨幅",
      en: "Urban consumer price index, change on the month before",
    },
    short: { zh: "城市CPI环比", en: "Urban CPI, m/m" },
    definition: {
      zh: "城市居民消费价格总水平与上月相比的变动百分比，未经季节调整。",
      en: "Percentage change in prices paid by urban households against the month before, not seasonally adjusted.",
    },
    measure: "mom",
    range: [-10, 20],
    partOf: "cpi.mom",
  },
  {
    id: "cpi.rural.yoy",
    name: { zh: "农村居民消费价格指数同比涨幅", en: "Rural consumer price index, change on a year earlier" },
    short: { zh: "农村CPI同比", en: "Rural CPI, y/y" },
    definition: {
      zh: "农村居民消费价格总水平与上年同月相比的变动百分比。",
      en: "Percentage change in prices paid by rural households against the same month a year earlier.",
    },
    measure: "yoy",
    themes: ["macro", "agriculture"],
    range: [-20, 60],
    partOf: "cpi.yoy",
    notes: [LONG_DECIMALS],
  },
  {
    id: "cpi.rural.mom",
    name: {
      zh: "农村居民消费价格指数环比涨幅",
      en: "Rural consumer price index, change on the month before",
    },
    short: { zh: "农村CPI环比", en: "Rural CPI, m/m" },
    definition: {
      zh: "农村居民消费价格总水平与上月相比的变动百分比，未经季节调整。",
      en: "Percentage change in prices paid by rural households against the month before, not seasonally adjusted.",
    },
    measure: "mom",
    themes: ["macro", "agriculture"],
    range: [-10, 20],
    partOf: "cpi.mom",
  },
]);

const ppi = definePack(PPI, [
  {
    id: "ppi.yoy",
    name: {
      zh: "工业生产者出厂价格指数同比涨幅",
      en: "Producer price index for industrial products, change on a year earlier",
    },
    short: { zh: "工业生产者出厂价格同比", en: "PPI, y/y" },
    definition: {
      zh: "工业企业产品第一次出售时的出厂价格总水平，与上年同月相比的变动百分比。",
      en: "Percentage change against the same month a year earlier in the prices at which industrial enterprises first sell their products.",
    },
    measure: "yoy",
    range: [-30, 60],
  },
  {
    id: "ppi.ytd-yoy",
    name: {
      zh: "工业生产者出厂价格指数累计同比涨幅",
      en: "Producer price index, year to date, change on a year earlier",
    },
    short: { zh: "PPI累计同比", en: "PPI, ytd y/y" },
    definition: {
      zh: "年初至本月平均的工业生产者出厂价格水平，与上年同期平均相比的变动百分比。",
      en: "Percentage change in average producer prices from January to the month against the same months a year earlier.",
    },
    measure: "ytd-yoy",
    basis: "year-to-date",
    range: [-30, 60],
  },
]);

const cgpi = definePack(
  {
    ...shared,
    unit: "index-same-month-100",
    decimals: 1,
    measure: "index",
    agency: "PBC",
    sourceTable: { zh: "企业商品价格指数", en: "Corporate goods price index" },
    update: monthly(20, "17:00"),
    range: [50, 200],
  } as const,
  [
    {
      id: "cgpi.index",
      name: {
        zh: "企业商品价格总指数（上年同月=100）",
        en: "Corporate goods price index, same month last year = 100",
      },
      short: { zh: "企业商品价格指数", en: "CGPI" },
      definition: {
        zh: "国内企业之间物质商品集中交易价格的变动，以上年同月为100，由人民银行按月调查编制。",
        en: "Prices of goods traded between domestic enterprises, same month last year = 100, surveyed monthly by the central bank.",
      },
    },
    {
      id: "cgpi.agriculture.index",
      name: { zh: "企业商品价格指数：农产品", en: "Corporate goods price index: farm products" },
      short: { zh: "企业商品价格：农产品", en: "CGPI: farm products" },
      definition: {
        zh: "企业商品价格指数中农产品分类的指数，以上年同月为100。",
        en: "The farm-products group of the corporate goods price index, same month last year = 100.",
      },
      themes: ["macro", "agriculture"],
      partOf: "cgpi.index",
    },
    {
      id: "cgpi.minerals.index",
      name: { zh: "企业商品价格指数：矿产品", en: "Corporate goods price index: mineral products" },
      short: { zh: "企业商品价格：矿产品", en: "CGPI: minerals" },
      definition: {
        zh: "企业商品价格指数中矿产品分类的指数，以上年同月为100。",
        en: "The mineral-products group of the corporate goods price index, same month last year = 100.",
      },
      partOf: "cgpi.index",
    },
    {
      id: "cgpi.energy.index",
      name: { zh: "企业商品价格指数：煤油电", en: "Corporate goods price index: coal, oil and electricity" },
      short: { zh: "企业商品价格：煤油电", en: "CGPI: energy" },
      definition: {
        zh: "企业商品价格指数中煤炭、石油、电力分类的指数，以上年同月为100。",
        en: "The coal, oil and electricity group of the corporate goods price index, same month last year = 100.",
      },
      partOf: "cgpi.index",
    },
  ],
);

const houses = definePack(
  {
    ...shared,
    unit: "index-same-month-100",
    decimals: 1,
    measure: "index",
    themes: ["macro", "regional", "factor-markets"],
    sourceTable: {
      zh: "70个大中城市商品住宅销售价格变动情况",
      en: "Sales prices of residential buildings in 70 medium and large cities",
    },
    update: monthly(16, "09:30"),
    range: [50, 200],
  } as const,
  [
    {
      id: "house-price.new.index",
      name: {
        zh: "新建商品住宅销售价格指数（上年同月=100）",
        en: "New residential buildings, price index, same month last year = 100",
      },
      short: { zh: "新建住宅价格同比指数", en: "New house prices, y/y index" },
      definition: {
        zh: "按城市编制的新建商品住宅销售价格，以上年同月为100；本库收录北京、上海。",
        en: "Sales prices of newly built homes by city, same month last year = 100; Beijing and Shanghai are held here.",
      },
    },
    {
      id: "house-price.second-hand.index",
      name: {
        zh: "二手住宅销售价格指数（上年同月=100）",
        en: "Second-hand residential buildings, price index, same month last year = 100",
      },
      short: { zh: "二手住宅价格同比指数", en: "Second-hand house prices, y/y index" },
      definition: {
        zh: "按城市编制的二手住宅成交价格，以上年同月为100；本库收录北京、上海。",
        en: "Transaction prices of second-hand homes by city, same month last year = 100; Beijing and Shanghai are held here.",
      },
    },
  ],
);

/** Consumer, producer, corporate-goods and house prices. */
export const PRICES = [...cpi, ...ppi, ...cgpi, ...houses];
