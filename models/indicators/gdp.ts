import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import type { Theme, Words } from "./indicator.ts";
import { quarterly } from "./rules.ts";

const shared = {
  unit: "hundred-million-yuan",
  decimals: 1,
  frequency: "Q",
  basis: "period",
  adjustment: "none",
  agency: "NBS",
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: quarterly(17, "10:00"),
  orientation: "higher-is-better",
} as const;

const SINGLE: Words = { zh: "季度国内生产总值核算：当季", en: "Quarterly accounts: single quarter" };
const RUNNING: Words = { zh: "季度国内生产总值核算：累计", en: "Quarterly accounts: year to date" };

const MIXED_VINTAGES = {
  from: "2024-Q1",
  text: {
    zh: "2024年一季度至2025年一季度的累计值与当季值出自不同次公布，两者不可相加核对。",
    en: "From 2024 Q1 to 2025 Q1 the running totals and the single quarters come from different publications and do not add up.",
  },
} as const;

/** Parts that a theme beside the economy as a whole looks at. */
const THEMED: Readonly<Record<string, readonly Theme[]>> = {
  "gdp.primary": ["macro", "agriculture"],
  "gdp.agriculture": ["macro", "agriculture"],
  "gdp.it-services": ["macro", "digital"],
};
const themesOf = (concept: string): readonly Theme[] => THEMED[concept] ?? shared.themes;

type Concept = "gdp" | `gdp.${string}`;

/** Value added of one part of the economy in a single quarter: the amount and its real growth. */
function quarter<const C extends Concept>(concept: C, name: Words, scope: Words, partOf?: Concept) {
  return definePack(
    { ...shared, themes: themesOf(concept), sourceTable: SINGLE, notes: [MIXED_VINTAGES] } as const,
    [
      {
        id: `${concept}.value`,
        name: { zh: `${name.zh}当季值`, en: `${name.en}, single quarter` },
        short: { zh: `${name.zh}（当季）`, en: name.en },
        definition: {
          zh: `${scope.zh}在本季度内生产活动的最终成果，按现价计算。`,
          en: `What ${scope.en} produced in the quarter, net of inputs, at current prices.`,
        },
        measure: "flow",
        range: [0, 2_000_000],
        ...(partOf ? { partOf: `${partOf}.value` } : {}),
      },
      {
        id: `${concept}.yoy`,
        name: {
          zh: `${name.zh}当季同比实际增速`,
          en: `${name.en}, single quarter, real change on a year earlier`,
        },
        short: { zh: `${name.zh}同比`, en: `${name.en}, y/y` },
        definition: {
          zh: `${scope.zh}本季度增加值按不变价格计算，与上年同季相比的变动百分比。`,
          en: `Percentage change at constant prices in the quarter's value added of ${scope.en} against the same quarter a year earlier.`,
        },
        unit: "percent",
        measure: "yoy",
        range: [-40, 60],
        ...(partOf ? { partOf: `${partOf}.yoy` } : {}),
      },
    ] as const,
  );
}

/** The same from January on: the running amount and its real growth. */
function running<const C extends Concept>(concept: C, name: Words, scope: Words, partOf?: Concept) {
  return definePack(
    {
      ...shared,
      basis: "year-to-date",
      themes: themesOf(concept),
      sourceTable: RUNNING,
      notes: [MIXED_VINTAGES],
    } as const,
    [
      {
        id: `${concept}.ytd`,
        name: { zh: `${name.zh}累计值`, en: `${name.en}, year to date` },
        short: { zh: `${name.zh}（累计）`, en: `${name.en}, ytd` },
        definition: {
          zh: `${scope.zh}自年初至本季末生产活动的最终成果，按现价计算。`,
          en: `What ${scope.en} produced from January to the end of the quarter, net of inputs, at current prices.`,
        },
        measure: "ytd",
        range: [0, 5_000_000],
        ...(partOf ? { partOf: `${partOf}.ytd` } : {}),
      },
      {
        id: `${concept}.ytd-yoy`,
        name: {
          zh: `${name.zh}累计同比实际增速`,
          en: `${name.en}, year to date, real change on a year earlier`,
        },
        short: { zh: `${name.zh}累计同比`, en: `${name.en}, ytd y/y` },
        definition: {
          zh: `${scope.zh}自年初至本季末增加值按不变价格计算，与上年同期相比的变动百分比。`,
          en: `Percentage change at constant prices in value added of ${scope.en} from January to the end of the quarter against the same quarters a year earlier.`,
        },
        unit: "percent",
        measure: "ytd-yoy",
        range: [-40, 60],
        ...(partOf ? { partOf: `${partOf}.ytd-yoy` } : {}),
      },
    ] as const,
  );
}

const w = (zh: string, en: string): Words => ({ zh, en });

const GDP = w("国内生产总值", "Gross domestic product");
const WHOLE = w("所有常住单位", "all resident units");
const PRIMARY = w("第一产业增加值", "Primary sector value added");
const FARMS = w("农、林、牧、渔业", "farming, forestry, animal husbandry and fishing");
const SECONDARY = w("第二产业增加值", "Secondary sector value added");
const WORKS = w("采矿、制造、电热燃水供应和建筑业", "mining, manufacturing, utilities and construction");
const TERTIARY = w("第三产业增加值", "Tertiary sector value added");
const SERVICES = w("第一、第二产业以外的各行业", "all industries outside the primary and secondary sectors");

/** Quarterly national accounts: the whole, the three sectors, and eleven industries. */
export const NATIONAL_ACCOUNTS = [
  ...quarter("gdp", GDP, WHOLE),
  ...running("gdp", GDP, WHOLE),
  ...quarter("gdp.primary", PRIMARY, FARMS, "gdp"),
  ...running("gdp.primary", PRIMARY, FARMS, "gdp"),
  ...quarter("gdp.secondary", SECONDARY, WORKS, "gdp"),
  ...running("gdp.secondary", SECONDARY, WORKS, "gdp"),
  ...quarter("gdp.tertiary", TERTIARY, SERVICES, "gdp"),
  ...running("gdp.tertiary", TERTIARY, SERVICES, "gdp"),
  ...quarter(
    "gdp.agriculture",
    w("农林牧渔业增加值", "Agriculture value added"),
    w(
      "农、林、牧、渔业及其专业和辅助性活动",
      "farming, forestry, animal husbandry, fishing and the services to them",
    ),
    "gdp",
  ),
  ...quarter(
    "gdp.industry",
    w("工业增加值", "Industry value added"),
    w("采矿、制造和电热燃水供应业", "mining, manufacturing and utilities"),
    "gdp.secondary",
  ),
  ...quarter(
    "gdp.manufacturing",
    w("制造业增加值", "Manufacturing value added"),
    w("制造业", "manufacturing"),
    "gdp.industry",
  ),
  ...quarter(
    "gdp.construction",
    w("建筑业增加值", "Construction value added"),
    w("建筑业", "construction"),
    "gdp.secondary",
  ),
  ...quarter(
    "gdp.wholesale-retail",
    w("批发和零售业增加值", "Wholesale and retail value added"),
    w("批发和零售业", "wholesale and retail trade"),
    "gdp.tertiary",
  ),
  ...quarter(
    "gdp.transport",
    w("交通运输、仓储和邮政业增加值", "Transport, storage and post value added"),
    w("交通运输、仓储和邮政业", "transport, storage and post"),
    "gdp.tertiary",
  ),
  ...quarter(
    "gdp.accommodation",
    w("住宿和餐饮业增加值", "Accommodation and catering value added"),
    w("住宿和餐饮业", "accommodation and catering"),
    "gdp.tertiary",
  ),
  ...quarter("gdp.finance", w("金融业增加值", "Finance value added"), w("金融业", "finance"), "gdp.tertiary"),
  ...quarter(
    "gdp.real-estate",
    w("房地产业增加值", "Real estate value added"),
    w("房地产业", "real estate"),
    "gdp.tertiary",
  ),
  ...quarter(
    "gdp.it-services",
    w("信息传输、软件和信息技术服务业增加值", "Information and software services value added"),
    w("信息传输、软件和信息技术服务业", "information transmission, software and IT services"),
    "gdp.tertiary",
  ),
  ...quarter(
    "gdp.leasing-business",
    w("租赁和商务服务业增加值", "Leasing and business services value added"),
    w("租赁和商务服务业", "leasing and business services"),
    "gdp.tertiary",
  ),
  ...quarter(
    "gdp.other",
    w("其他行业增加值", "Other industries value added"),
    w("其他服务行业", "the remaining service industries"),
    "gdp.tertiary",
  ),
];
