import { definePack } from "./definePack.ts";
import { annual } from "./rules.ts";

/** People across countries: number, age, births, deaths, length of life. */
export const POPULATION = definePack(
  {
    unit: "percent",
    decimals: 1,
    frequency: "A",
    measure: "share",
    basis: "period",
    adjustment: "none",
    agency: "WB",
    sourceTable: { zh: "世界发展指标", en: "World Development Indicators" },
    sourceClass: "official-statistics",
    licence: "CC BY 4.0",
    themes: ["population"],
    subject: "macro-governance",
    grade: "public",
    sharing: "unconditional",
    update: annual(1, "22:00", 7),
    orientation: "neutral",
    range: [0, 100],
    notes: [
      {
        from: "2015",
        text: {
          zh: "本库所存止于2014年；中国最全，其他国家部分指标缺。",
          en: "Held up to 2014; complete for China, partial for the other countries.",
        },
      },
    ],
  } as const,
  [
    {
      id: "population.total",
      name: { zh: "年中总人口", en: "Population, mid-year" },
      short: { zh: "总人口", en: "Population" },
      definition: {
        zh: "按事实居住口径估计的年中人口总数。",
        en: "Mid-year estimate of all residents whatever their legal status.",
      },
      unit: "persons",
      decimals: 0,
      measure: "level",
      range: [0, 20_000_000_000],
    },
    {
      id: "population.share-65plus",
      name: { zh: "65岁及以上人口占比", en: "Population aged 65 and over, share" },
      short: { zh: "65岁及以上占比", en: "65 and over" },
      definition: {
        zh: "65岁及以上人口占总人口的百分比，达到7%、14%、21%通常视为老龄化的三个台阶。",
        en: "Residents aged 65 and over as a percentage of the population; 7, 14 and 21 percent are the usual steps of ageing.",
      },
    },
    {
      id: "population.share-0-14",
      name: { zh: "0—14岁人口占比", en: "Population aged 0 to 14, share" },
      short: { zh: "0—14岁占比", en: "0 to 14" },
      definition: {
        zh: "0—14岁人口占总人口的百分比。",
        en: "Residents aged 0 to 14 as a percentage of the population.",
      },
    },
    {
      id: "population.share-15-64",
      name: { zh: "15—64岁人口占比", en: "Population aged 15 to 64, share" },
      short: { zh: "15—64岁占比", en: "15 to 64" },
      definition: {
        zh: "15—64岁人口占总人口的百分比。",
        en: "Residents aged 15 to 64 as a percentage of the population.",
      },
    },
    {
      id: "population.birth-rate",
      name: { zh: "人口出生率", en: "Crude birth rate" },
      short: { zh: "出生率", en: "Birth rate" },
      definition: {
        zh: "一年内每千人中的活产婴儿数。",
        en: "Live births in the year per thousand of mid-year population.",
      },
      unit: "per-thousand",
      decimals: 2,
      measure: "rate",
    },
    {
      id: "population.death-rate",
      name: { zh: "人口死亡率", en: "Crude death rate" },
      short: { zh: "死亡率", en: "Death rate" },
      definition: {
        zh: "一年内每千人中的死亡人数。",
        en: "Deaths in the year per thousand of mid-year population.",
      },
      unit: "per-thousand",
      decimals: 2,
      measure: "rate",
    },
    {
      id: "population.life-expectancy",
      name: { zh: "出生时预期寿命", en: "Life expectancy at birth" },
      short: { zh: "预期寿命", en: "Life expectancy" },
      definition: {
        zh: "假定各年龄死亡率保持不变，当年出生者预期可存活的平均年数。",
        en: "Years a newborn would live on average if the death rates of the year stayed as they are.",
      },
      unit: "years",
      measure: "level",
      orientation: "higher-is-better",
      range: [10, 120],
    },
  ],
);
