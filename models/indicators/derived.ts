import { definePack } from "./definePack.ts";
import { monthly } from "./rules.ts";

/** What the product itself computes from published figures and keeps as series with a history of their own. */
export const DERIVED = definePack(
  {
    unit: "index",
    decimals: 1,
    frequency: "M",
    measure: "index",
    basis: "period",
    adjustment: "none",
    agency: "GUANLAN",
    sourceTable: { zh: "景气预警指数（本系统计算）", en: "Early-warning indexes (computed here)" },
    sourceClass: "official-statistics",
    licence: "本系统由官方统计计算，注明来源 / computed from official statistics, cite the source",
    themes: ["macro"],
    subject: "macro-governance",
    grade: "public",
    sharing: "unconditional",
    orientation: "two-sided",
    update: {
      ...monthly(20, "09:30"),
      text: { zh: "成员数据到库即重算", en: "Computed anew when a member's figure arrives" },
      onChange: true,
    },
  } as const,
  [
    {
      id: "warning-index.nbs-10",
      name: {
        zh: "宏观经济景气预警指数（十指标，100制）",
        en: "Early-warning index, ten members, all green = 100",
      },
      short: { zh: "景气预警指数", en: "Early-warning index" },
      definition: {
        zh: "十项指标的五色灯按权重合成，全部绿灯为100。六成以上指标到齐的月份方计为当月读数；界限按当时有效者取用，每次计算作为新的版本保留。",
        en: "The five-colour lights of ten indicators, weighted, all green = 100. A month counts once six of ten members have arrived; bounds are those then in force, and every computation is kept as a vintage of its own.",
      },
      range: [33, 167],
    },
    {
      id: "warning-index.sic-10",
      name: {
        zh: "宏观经济预警灯号合计（十指标，50分制）",
        en: "Early-warning lights, ten members, sum of 10 to 50",
      },
      short: { zh: "预警灯号合计", en: "Warning lights, sum" },
      definition: {
        zh: "十项指标的灯号分（过冷1分至过热5分）之和，10至50分。六成以上指标到齐的月份方计为当月读数；界限按当时有效者取用，每次计算作为新的版本保留。",
        en: "The sum of ten indicators' lights (1 too cold to 5 overheated), 10 to 50. A month counts once six of ten members have arrived; bounds are those then in force, and every computation is kept as a vintage of its own.",
      },
      range: [9.99, 50.01],
    },
  ],
);
