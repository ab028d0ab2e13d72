import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import type { Words } from "./indicator.ts";
import { after, monthly, onChange } from "./rules.ts";

const shared = {
  unit: "hundred-million-yuan",
  decimals: 0,
  frequency: "M",
  basis: "period",
  adjustment: "none",
  agency: "PBC",
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: monthly(12, "16:00"),
  orientation: "neutral",
} as const;

const M1_BREAK = {
  from: "2024-01",
  text: {
    zh: "2024年1月起按新口径：纳入个人活期存款和非银行支付机构客户备付金，与此前数值不可直接比较。",
    en: "From January 2024 on the new definition, with personal demand deposits and client reserves of payment firms: not comparable with earlier values.",
  },
} as const;

function aggregate<const C extends "m0" | "m1" | "m2">(
  concept: C,
  name: Words,
  scope: Words,
  notes: readonly { from?: string; text: Words }[] = [],
) {
  const code = concept.toUpperCase();
  return definePack(
    { ...shared, sourceTable: { zh: "货币供应量", en: "Money supply" }, notes } as const,
    [
      {
        id: `${concept}.level`,
        name: { zh: `${name.zh}（${code}）期末余额`, en: `${name.en} (${code}), end of period` },
        short: { zh: `${code}余额`, en: code },
        definition: {
          zh: `月末${scope.zh}的余额。`,
          en: `Outstanding at the end of the month: ${scope.en}.`,
        },
        measure: "level",
        range: [0, 20_000_000],
      },
      {
        id: `${concept}.yoy`,
        name: { zh: `${name.zh}（${code}）同比增速`, en: `${name.en} (${code}), change on a year earlier` },
        short: { zh: `${code}同比`, en: `${code}, y/y` },
        definition: {
          zh: `月末${code}余额与上年同月末相比的变动百分比，由人民银行按可比口径计算。`,
          en: `Percentage change in ${code} outstanding against the end of the same month a year earlier, on comparable coverage.`,
        },
        unit: "percent",
        decimals: 1,
        measure: "yoy",
        orientation: "two-sided",
        range: [-50, 100],
        // M1 was redefined in 2024 without a restated base: its level and growth part there.
        ...(concept === "m1" ? {} : { growthOf: `${concept}.level`, growthTolerance: 6 }),
      },
    ] as const,
  );
}

const supply = [
  ...aggregate(
    "m2",
    { zh: "广义货币", en: "Broad money" },
    {
      zh: "流通中货币、单位活期存款与准货币（定期、储蓄等存款）",
      en: "currency, demand deposits and quasi-money such as time and savings deposits",
    },
  ),
  ...aggregate(
    "m1",
    { zh: "狭义货币", en: "Narrow money" },
    {
      zh: "流通中货币与可随时支付的活期存款",
      en: "currency and deposits payable on demand",
    },
    [M1_BREAK],
  ),
  ...aggregate(
    "m0",
    { zh: "流通中货币", en: "Currency in circulation" },
    { zh: "银行体系以外的现金", en: "cash outside the banking system" },
  ),
];

const reserves = definePack(
  {
    ...shared,
    unit: "hundred-million-usd",
    agency: "SAFE",
    sourceTable: { zh: "官方储备资产", en: "Official reserve assets" },
    measure: "level",
    update: monthly(7, "16:00"),
  } as const,
  [
    {
      id: "fx-reserves.level",
      name: { zh: "国家外汇储备余额", en: "Foreign-exchange reserves, end of period" },
      short: { zh: "外汇储备", en: "FX reserves" },
      definition: {
        zh: "月末由货币当局持有、可随时用于对外支付的外汇资产，以美元计价。",
        en: "Foreign-currency assets that the monetary authority can use for payments abroad at any time, at month end, in US dollars.",
      },
      orientation: "higher-is-better",
      range: [0, 100_000],
      notes: [
        {
          from: "2019-01",
          text: {
            zh: "2019年2月11日与2020年2月7日的首发记录与其后公布值相差异常，按记录保存，可能是记录之误。",
            en: "The records of the first releases of 2019-02-11 and 2020-02-07 lie oddly far from later figures; kept as recorded, possibly an error of the record.",
          },
        },
      ],
    },
    {
      id: "gold-reserves.level",
      name: { zh: "黄金储备余额（按市值）", en: "Gold reserves at market value, end of period" },
      short: { zh: "黄金储备", en: "Gold reserves" },
      definition: {
        zh: "月末货币当局持有的货币黄金，按市场价值以美元计价。",
        en: "Monetary gold held by the authority at month end, at market value in US dollars.",
      },
      range: [0, 50_000],
    },
  ],
);

const rates = {
  ...shared,
  unit: "percent",
  frequency: "D",
  measure: "rate",
  sourceClass: "internet-and-market",
  themes: ["macro", "factor-markets"],
} as const;

const policy = definePack(
  {
    ...rates,
    decimals: 2,
    sourceClass: "official-statistics",
    sourceTable: { zh: "存款准备金率调整公告", en: "Announcements on the reserve requirement ratio" },
    update: onChange(
      "17:00",
      "调整时公告，记于生效日",
      "Announced when changed; stands on the effective day",
    ),
    range: [0, 30],
    publishedAhead: 60,
  } as const,
  [
    {
      id: "rrr.large",
      name: { zh: "大型金融机构存款准备金率", en: "Reserve requirement ratio, large banks" },
      short: { zh: "大型机构准备金率", en: "RRR, large" },
      definition: {
        zh: "大型存款类金融机构须按规定缴存中央银行的存款比例，记调整后的比率，以生效日为数据期。",
        en: "Share of deposits that large institutions must keep with the central bank: the ratio after each change, on the day it took effect.",
      },
    },
    {
      id: "rrr.small",
      name: { zh: "中小型金融机构存款准备金率", en: "Reserve requirement ratio, medium and small banks" },
      short: { zh: "中小机构准备金率", en: "RRR, small" },
      definition: {
        zh: "中小型存款类金融机构须按规定缴存中央银行的存款比例，记调整后的比率，以生效日为数据期。",
        en: "Share of deposits that medium and small institutions must keep with the central bank: the ratio after each change, on the day it took effect.",
      },
    },
  ],
);

function lpr<const T extends "1y" | "5y">(term: T, zh: string, en: string) {
  return definePack(
    {
      ...rates,
      decimals: 2,
      agency: "NIFC",
      sourceTable: { zh: "贷款市场报价利率公布", en: "Loan prime rate quotation" },
      update: onChange(
        "09:00",
        "每月20日9:00公布（遇休息日顺延），变动时记录",
        "Quoted on the 20th of each month at 09:00 (or the next working day); held where it changed",
      ),
      range: [0, 20],
    } as const,
    [
      {
        id: `lpr.${term}`,
        name: { zh: `贷款市场报价利率（${zh}）`, en: `Loan prime rate, ${en}` },
        short: { zh: `LPR ${zh}`, en: `LPR ${term}` },
        definition: {
          zh: `报价行对最优质客户执行的${zh}贷款利率报价经计算得出的市场参考利率；本库记变动日的利率，其间保持不变。`,
          en: `Reference rate for ${en} loans computed from the quotes of panel banks to their best customers; held on the days it changed, the same in between.`,
        },
      },
    ] as const,
  );
}

function shibor<const T extends "overnight" | "1w" | "1m" | "3m" | "1y">(term: T, zh: string, en: string) {
  return definePack(
    {
      ...rates,
      decimals: 3,
      agency: "NIFC",
      sourceTable: { zh: "上海银行间同业拆放利率", en: "Shanghai interbank offered rate" },
      update: after(0, "11:00", "每个工作日11:00公布", "Every working day, 11:00"),
      range: [0, 30],
    } as const,
    [
      {
        id: `shibor.${term}`,
        name: { zh: `上海银行间同业拆放利率（${zh}）`, en: `Shanghai interbank offered rate, ${en}` },
        short: { zh: `SHIBOR ${zh}`, en: `SHIBOR ${en}` },
        definition: {
          zh: `报价银行自主报出的人民币同业拆出利率的算术平均，期限${zh}，单利、无担保。`,
          en: `Arithmetic mean of the rates at which panel banks offer renminbi to each other, ${en}, simple interest, unsecured.`,
        },
      },
    ] as const,
  );
}

/** Money supply, reserves, and the rates at which money is lent. */
export const MONEY = [
  ...supply,
  ...reserves,
  ...policy,
  ...lpr("1y", "1年期", "one year"),
  ...lpr("5y", "5年期以上", "five years and over"),
  ...shibor("overnight", "隔夜", "overnight"),
  ...shibor("1w", "1周", "one week"),
  ...shibor("1m", "1个月", "one month"),
  ...shibor("3m", "3个月", "three months"),
  ...shibor("1y", "1年", "one year"),
];
