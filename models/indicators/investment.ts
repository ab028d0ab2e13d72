import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { monthly } from "./rules.ts";

const shared = {
  frequency: "M",
  adjustment: "none",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "investment-projects",
  sharing: "unconditional",
  update: monthly(16, "10:00"),
  januaryCombined: true,
  orientation: "higher-is-better",
} as const;

const official = definePack(
  {
    ...shared,
    agency: "NBS",
    sourceTable: {
      zh: "固定资产投资（不含农户）月度发布",
      en: "Monthly release on fixed-asset investment (excluding rural households)",
    },
    sourceClass: "official-statistics",
    grade: "public",
  } as const,
  [
    {
      id: "fai.ytd",
      name: {
        zh: "固定资产投资（不含农户）累计值",
        en: "Fixed-asset investment (excluding rural households), year to date",
      },
      short: { zh: "固定资产投资累计", en: "FAI, ytd" },
      definition: {
        zh: "年初至本月以货币表现的建造和购置固定资产的工作量及费用，不含农户。",
        en: "Work done and expenses on building and buying fixed assets from January to the month, rural households excluded.",
      },
      unit: "hundred-million-yuan",
      decimals: 0,
      measure: "ytd",
      basis: "year-to-date",
      range: [0, 2_000_000],
      notes: [
        {
          text: {
            zh: "统计局按可比口径计算增速并调整基数，由公布金额直接相除得到的增速与公布增速不一致。",
            en: "The bureau computes growth on comparable coverage and restates the base: ratios of published amounts differ from published growth.",
          },
        },
      ],
    },
  ],
);

const UNOFFICIAL = {
  text: {
    zh: "由数据转载方用累计金额差分推算，基数未作可比调整，不是国家统计局公布的增速，只用于识别口径断点。",
    en: "Computed by a reprinter from differences of running totals without the comparable base: not growth published by the bureau, only good for finding breaks of coverage.",
  },
} as const;

const reprinted = definePack(
  {
    ...shared,
    unit: "percent",
    decimals: 1,
    basis: "period",
    agency: "REPRINT",
    sourceTable: {
      zh: "转载方推算的固定资产投资单月增速（非官方）",
      en: "Monthly investment growth computed by a reprinter (unofficial)",
    },
    sourceClass: "internet-and-market",
    grade: "internal",
    orientation: "neutral",
    range: [-95, 500],
    notes: [UNOFFICIAL],
  } as const,
  [
    {
      id: "fai-reprint.yoy",
      name: {
        zh: "固定资产投资单月同比（转载方推算，非官方）",
        en: "Fixed-asset investment in the month, change on a year earlier (reprinter's computation, unofficial)",
      },
      short: { zh: "投资单月同比（非官方）", en: "FAI month y/y (unofficial)" },
      definition: {
        zh: "数据转载方把累计金额逐月相减后与上年同月相比的变动百分比，未经可比口径调整。",
        en: "A reprinter's differences of running totals compared with the same month a year earlier, with no adjustment to comparable coverage.",
      },
      measure: "yoy",
    },
    {
      id: "fai-reprint.mom",
      name: {
        zh: "固定资产投资单月环比（转载方推算，非官方）",
        en: "Fixed-asset investment in the month, change on the month before (reprinter's computation, unofficial)",
      },
      short: { zh: "投资单月环比（非官方）", en: "FAI month m/m (unofficial)" },
      definition: {
        zh: "数据转载方把累计金额逐月相减后与上月相比的变动百分比，未经季节调整和可比口径调整。",
        en: "A reprinter's differences of running totals compared with the month before, neither seasonally adjusted nor on comparable coverage.",
      },
      measure: "mom",
    },
  ],
);

/** Fixed-asset investment; and a reprinter's computation kept apart from it. */
export const INVESTMENT = [...official, ...reprinted];
