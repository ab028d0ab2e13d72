import type { Words } from "../../indicators/indicator.ts";
import type { Derivation } from "./derivation.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

const GROWTH = words("当月同比", "Growth of the month");
const PARTED = words("1月与2月分开", "January and February apart");

const NO_GROWTH = {
  what: GROWTH,
  why: words(
    "来源没有公布该项的累计增速，两年的累计金额口径可能不同，不能直接相比。",
    "No running growth is published for it, and totals of two years may differ in coverage.",
  ),
};

const POWER = { total: "electricity.ytd", growth: "electricity.ytd-yoy" } as const;

const power = (part: string): Derivation => ({
  total: `electricity.${part}.ytd`,
  partedLike: "electricity.ytd",
  restatedBy: POWER,
  refused: [NO_GROWTH],
});

const quarters = (concept: string): Derivation => ({
  total: `${concept}.ytd`,
  growth: `${concept}.ytd-yoy`,
  single: `${concept}.value`,
  singleGrowth: `${concept}.yoy`,
  route: "weighted",
  refused: [],
});

/** What is derived from the running totals of the catalogue. */
export const DERIVATIONS: readonly Derivation[] = [
  {
    total: "retail.ytd",
    growth: "retail.ytd-yoy",
    single: "retail.value",
    singleGrowth: "retail.yoy",
    route: "comparable",
    partedLike: "retail.value",
    refused: [],
  },
  {
    total: "fiscal-revenue.ytd",
    growth: "fiscal-revenue.ytd-yoy",
    single: "fiscal-revenue.value",
    alsoOn: ["fiscal-revenue.yoy"],
    route: "comparable",
    partedLike: "fiscal-revenue.value",
    refused: [],
  },
  {
    total: "electricity.ytd",
    growth: "electricity.ytd-yoy",
    route: "comparable",
    partedLike: "electricity.ytd",
    restatedBy: POWER,
    refused: [],
  },
  ...["primary", "secondary", "tertiary", "residential"].map(power),
  {
    total: "fai.ytd",
    restates: true,
    refused: [
      {
        what: GROWTH,
        why: words(
          "统计局按可比口径调整上年基数而不公布调整后的金额，由公布金额相除得到的增速与公布增速不一致。",
          "The bureau restates last year's base without publishing it: ratios of published amounts differ from published growth.",
        ),
      },
      {
        what: words("年内调整过累计值的月份", "Months in which the year was restated"),
        why: words(
          "2018年以后，来源在年底前后下调过当年累计值而不说明，两个累计值相减会明显偏小，这样的月份留空。",
          "From 2018 on the source lowered the year's total around its end without a word; differences across that come out far too small and are left empty.",
        ),
      },
      {
        what: PARTED,
        why: words(
          "1月从未单独公布，没有任何一年可供推断两个月的分配。",
          "January was never published alone: no year tells how the two months share.",
        ),
      },
    ],
  },
  {
    total: "fdi.ytd",
    growth: "fdi.ytd-yoy",
    single: "fdi.value",
    alsoOn: ["fdi.yoy"],
    route: "comparable",
    refused: [],
  },
  { total: "tax.ytd", growth: "tax.ytd-yoy", route: "comparable", refused: [] },
  ...["gdp", "gdp.primary", "gdp.secondary", "gdp.tertiary"].map(quarters),
];

/** Running growth of which nothing is derived, and why. */
const REFUSED: Readonly<Record<string, Words>> = {
  "iva.ytd-yoy": words(
    "来源只公布增速、不公布金额，没有各月权重，累计增速不能还原为当月增速；3月以后的当月增速由来源直接公布。",
    "Only growth is published, no amounts: without the months' weights running growth does not give a month's. From March on the source publishes the month itself.",
  ),
};

/** The derivation that an indicator belongs to; null where there is none. */
export const derivationOf = (indicator: string): Derivation | null =>
  DERIVATIONS.find((d) =>
    [d.total, d.growth, d.single, d.singleGrowth, ...(d.alsoOn ?? [])].includes(indicator),
  ) ?? null;

/** Why nothing is derived of an indicator that might be thought to give months; null where nothing needs saying. */
export const whyNotDerived = (indicator: string): Words | null => REFUSED[indicator] ?? null;
