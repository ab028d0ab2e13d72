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
  update: monthly(16, "10:00"),
  januaryCombined: true,
  orientation: "higher-is-better",
} as const;

const COMBINED = {
  from: "2012-01",
  text: {
    zh: "1月、2月合并发布，记为当年1—2月一个数据期，不作平均或拆分。",
    en: "January and February are published together and stand as one period, neither averaged nor split.",
  },
} as const;

const industry = definePack(
  {
    ...shared,
    sourceTable: { zh: "规模以上工业生产月度发布", en: "Monthly release on industry above designated size" },
    range: [-60, 100],
  } as const,
  [
    {
      id: "iva.yoy",
      name: {
        zh: "规模以上工业增加值当月同比实际增速",
        en: "Industrial value added above designated size, real change on a year earlier",
      },
      short: { zh: "工业增加值同比", en: "Industrial output, y/y" },
      definition: {
        zh: "年主营业务收入2000万元及以上工业企业当月增加值，按可比价格计算与上年同期相比的变动百分比。",
        en: "Percentage change at comparable prices in the month's value added of industrial enterprises with annual revenue of 20 million yuan or more.",
      },
      measure: "yoy",
      notes: [
        COMBINED,
        {
          from: "2009-02",
          text: {
            zh: "2009—2012年来源另行公布2月单月增速，与1—2月累计不同，按2月记；2012年2月为21.3%。",
            en: "For 2009 to 2012 the source gave February alone beside January–February; these stand as February. February 2012 is 21.3 percent.",
          },
        },
      ],
    },
    {
      id: "iva.ytd-yoy",
      name: {
        zh: "规模以上工业增加值累计同比实际增速",
        en: "Industrial value added above designated size, year to date, real change on a year earlier",
      },
      short: { zh: "工业增加值累计同比", en: "Industrial output, ytd y/y" },
      definition: {
        zh: "规模以上工业年初至本月增加值，按可比价格计算与上年同期相比的变动百分比。",
        en: "Percentage change at comparable prices in value added from January to the month against the same months a year earlier.",
      },
      measure: "ytd-yoy",
      basis: "year-to-date",
    },
  ],
);

const retail = definePack(
  {
    ...shared,
    sourceTable: {
      zh: "社会消费品零售总额月度发布",
      en: "Monthly release on retail sales of consumer goods",
    },
  } as const,
  [
    {
      id: "retail.value",
      name: { zh: "社会消费品零售总额当月值", en: "Retail sales of consumer goods, in the month" },
      short: { zh: "社零总额", en: "Retail sales" },
      definition: {
        zh: "企业（单位、个体户）通过交易直接售给个人、社会集团的非生产、非经营用实物商品金额与餐饮收入之和，现价。",
        en: "Goods sold directly to individuals and institutions for uses other than production or trade, together with catering income, at current prices.",
      },
      unit: "hundred-million-yuan",
      measure: "flow",
      range: [0, 300_000],
      notes: [COMBINED],
    },
    {
      id: "retail.yoy",
      name: {
        zh: "社会消费品零售总额当月同比名义增速",
        en: "Retail sales of consumer goods, nominal change on a year earlier",
      },
      short: { zh: "社零同比", en: "Retail sales, y/y" },
      definition: {
        zh: "社会消费品零售总额与上年同期相比的名义变动百分比；来源按可比口径计算，可与由公布总额直接相除的结果不同。",
        en: "Nominal percentage change in retail sales against the same period a year earlier, on the source's comparable coverage: it may differ from the ratio of published totals.",
      },
      measure: "yoy",
      range: [-60, 100],
      growthOf: "retail.value",
      growthTolerance: 12,
      notes: [COMBINED],
    },
    {
      id: "retail.ytd",
      name: { zh: "社会消费品零售总额累计值", en: "Retail sales of consumer goods, year to date" },
      short: { zh: "社零累计", en: "Retail sales, ytd" },
      definition: {
        zh: "年初至本月社会消费品零售总额的累计金额，现价。",
        en: "Retail sales of consumer goods from January to the month, at current prices.",
      },
      unit: "hundred-million-yuan",
      measure: "ytd",
      basis: "year-to-date",
      range: [0, 2_000_000],
    },
    {
      id: "retail.ytd-yoy",
      name: {
        zh: "社会消费品零售总额累计同比名义增速",
        en: "Retail sales of consumer goods, year to date, nominal change on a year earlier",
      },
      short: { zh: "社零累计同比", en: "Retail sales, ytd y/y" },
      definition: {
        zh: "年初至本月社会消费品零售总额累计金额与上年同期相比的名义变动百分比。",
        en: "Nominal percentage change in retail sales from January to the month against the same months a year earlier.",
      },
      measure: "ytd-yoy",
      basis: "year-to-date",
      range: [-60, 100],
      growthOf: "retail.ytd",
      growthTolerance: 8,
    },
  ],
);

/** Industry and retail sales, month by month. */
export const ACTIVITY = [...industry, ...retail];
