import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import type { Words } from "./indicator.ts";
import { monthly } from "./rules.ts";

const shared = {
  unit: "percent",
  decimals: 1,
  frequency: "M",
  measure: "rate",
  basis: "period",
  adjustment: "none",
  agency: "NBS",
  sourceTable: { zh: "全国月度劳动力调查", en: "National monthly labour force survey" },
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro", "population"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  update: monthly(16, "10:00"),
  orientation: "lower-is-better",
  range: [0, 60],
} as const;

interface Extra {
  note?: Words;
  discontinued?: string;
}

function rate<const C extends string>(code: C, name: Words, short: Words, group: Words, extra: Extra = {}) {
  const { note, discontinued } = extra;
  return definePack(
    {
      ...shared,
      ...(note ? { notes: [{ text: note }] } : {}),
      ...(discontinued ? { discontinued } : {}),
    } as const,
    [
      {
        id: `unemployment.${code}`,
        name: { zh: `${name.zh}城镇调查失业率`, en: `Surveyed urban unemployment rate, ${name.en}` },
        short,
        definition: {
          zh: `通过劳动力调查取得的${group.zh}失业人数占其就业与失业人数之和的百分比。`,
          en: `Unemployed as a percentage of employed and unemployed among ${group.en}, from the labour force survey.`,
        },
      },
    ] as const,
  );
}

const w = (zh: string, en: string): Words => ({ zh, en });
const STUDENTS: Extra = {
  note: w(
    "2023年12月起公布不含在校生的分年龄组失业率，与此前口径不可接续。",
    "Published since December 2023 without students: not to be joined with the earlier definition.",
  ),
};

const hours = definePack(
  { ...shared, unit: "hours", measure: "level", orientation: "neutral", range: [20, 80] } as const,
  [
    {
      id: "working-hours.weekly",
      name: {
        zh: "企业就业人员周平均工作时间",
        en: "Average weekly hours of persons employed in enterprises",
      },
      short: { zh: "周平均工时", en: "Weekly hours" },
      definition: {
        zh: "调查周内全国企业就业人员平均每人实际工作的小时数。",
        en: "Hours actually worked per person employed in enterprises in the survey week.",
      },
    },
  ],
);

/** Surveyed unemployment by group, and hours. */
export const LABOUR = [
  ...rate(
    "surveyed",
    w("全国", "whole country"),
    w("城镇调查失业率", "Unemployment rate"),
    w("城镇常住人口中", "urban residents"),
  ),
  ...rate(
    "31-cities",
    w("31个大城市", "31 large cities"),
    w("31城失业率", "Unemployment, 31 cities"),
    w("31个大城市城镇常住人口中", "residents of the 31 large cities"),
  ),
  ...rate(
    "age-16-24",
    w("16—24岁劳动力（旧口径）", "ages 16 to 24 (former definition)"),
    w("16—24岁失业率（旧）", "Unemployment, 16–24 (former)"),
    w("16—24岁人口（含在校生）中", "people aged 16 to 24, students included"),
    {
      note: w("2023年6月后停止公布。", "Discontinued after June 2023."),
      discontinued: "2023-06",
    },
  ),
  ...rate(
    "age-16-24-excl-students",
    w("不含在校生的16—24岁劳动力", "ages 16 to 24 without students"),
    w("16—24岁失业率", "Unemployment, 16–24"),
    w("16—24岁人口（不含在校生）中", "people aged 16 to 24, students excluded"),
    STUDENTS,
  ),
  ...rate(
    "age-25-29-excl-students",
    w("不含在校生的25—29岁劳动力", "ages 25 to 29 without students"),
    w("25—29岁失业率", "Unemployment, 25–29"),
    w("25—29岁人口（不含在校生）中", "people aged 25 to 29, students excluded"),
    STUDENTS,
  ),
  ...rate(
    "age-30-59-excl-students",
    w("不含在校生的30—59岁劳动力", "ages 30 to 59 without students"),
    w("30—59岁失业率", "Unemployment, 30–59"),
    w("30—59岁人口（不含在校生）中", "people aged 30 to 59, students excluded"),
    STUDENTS,
  ),
  ...rate(
    "local-hukou",
    w("本地户籍劳动力", "local household registration"),
    w("本地户籍失业率", "Unemployment, local"),
    w("本地户籍城镇常住人口中", "urban residents registered locally"),
  ),
  ...rate(
    "migrant-hukou",
    w("外来户籍劳动力", "household registration elsewhere"),
    w("外来户籍失业率", "Unemployment, migrant"),
    w("外来户籍城镇常住人口中", "urban residents registered elsewhere"),
  ),
  ...hours,
];
