import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { annual } from "./rules.ts";

/** What is known province by province. */
export const REGIONAL = definePack(
  {
    unit: "hundred-million-yuan",
    decimals: 1,
    frequency: "A",
    measure: "level",
    basis: "period",
    adjustment: "none",
    agency: "NBS",
    sourceTable: {
      zh: "地区生产总值（国家统计局与各省统计局）",
      en: "Gross regional product (national and provincial bureaus)",
    },
    sourceClass: "official-statistics",
    licence: OFFICIAL_CHINA,
    themes: ["regional", "macro"],
    subject: "macro-governance",
    grade: "public",
    sharing: "unconditional",
    update: annual(25, "10:00", 1),
    orientation: "higher-is-better",
    range: [0, 1_000_000],
  } as const,
  [
    {
      id: "gdp.province.level",
      name: { zh: "地区生产总值", en: "Gross regional product" },
      short: { zh: "地区生产总值", en: "Regional GDP" },
      definition: {
        zh: "省级行政区所有常住单位在一年内生产活动的最终成果，按现价计算；各省之和与全国数因核算方法不必相等。",
        en: "What all resident units of a province produced in the year, net of inputs, at current prices; the provinces need not add up to the nation.",
      },
      notes: [
        {
          from: "2016",
          text: {
            zh: "2016—2019年20个省份为普查修订前的旧版数据，2020年新旧两版并存为两个版本；2015年与2020年以后为修订后数据，新旧之间不可接续比较。",
            en: "2016 to 2019 (20 provinces) are figures before the census revision; 2020 has both, as two vintages; 2015 and 2020 on are revised. Not to be compared across the change.",
          },
        },
      ],
    },
  ],
);
