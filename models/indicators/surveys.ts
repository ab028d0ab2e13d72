import { definePack, OFFICIAL_CHINA } from "./definePack.ts";
import { monthly, quarterly } from "./rules.ts";

const shared = {
  unit: "index",
  decimals: 1,
  frequency: "M",
  basis: "period",
  agency: "NBS",
  sourceClass: "official-statistics",
  licence: OFFICIAL_CHINA,
  themes: ["macro"],
  subject: "macro-governance",
  grade: "public",
  sharing: "unconditional",
  orientation: "higher-is-better",
} as const;

const pmi = definePack(
  {
    ...shared,
    unit: "percent",
    measure: "diffusion",
    adjustment: "seasonal",
    sourceTable: {
      zh: "采购经理指数运行情况（与中国物流与采购联合会联合发布）",
      en: "Purchasing managers' indices (with the China Federation of Logistics and Purchasing)",
    },
    update: monthly(31, "09:30", 0),
    range: [0, 100],
    publishedAhead: 7,
  } as const,
  [
    {
      id: "pmi.manufacturing",
      name: { zh: "制造业采购经理指数", en: "Manufacturing purchasing managers' index" },
      short: { zh: "制造业PMI", en: "Manufacturing PMI" },
      definition: {
        zh: "由新订单、生产、从业人员、供应商配送时间、原材料库存五个扩散指数加权而成，50%为扩张与收缩的分界，经季节调整。",
        en: "Weighted from five diffusion indices (new orders, output, employment, delivery times, stocks of inputs), seasonally adjusted; 50 percent divides expansion from contraction.",
      },
    },
    {
      id: "pmi.non-manufacturing",
      name: { zh: "非制造业商务活动指数", en: "Non-manufacturing business activity index" },
      short: { zh: "非制造业商务活动指数", en: "Non-manufacturing PMI" },
      definition: {
        zh: "服务业和建筑业采购经理对业务总量较上月变化判断的扩散指数，50%为临界点，经季节调整。",
        en: "Diffusion index of how purchasing managers in services and construction judge total activity against the month before, seasonally adjusted; 50 percent divides expansion from contraction.",
      },
    },
  ],
);

const consumers = definePack(
  {
    ...shared,
    measure: "index",
    adjustment: "none",
    sourceTable: { zh: "消费者信心调查", en: "Consumer confidence survey" },
    update: monthly(28, "10:00"),
    range: [0, 200],
  } as const,
  [
    {
      id: "consumer-confidence.index",
      name: { zh: "消费者信心指数", en: "Consumer confidence index" },
      short: { zh: "消费者信心", en: "Consumer confidence" },
      definition: {
        zh: "综合消费者对当前经济状况的满意程度和对未来预期的指数，取值0—200，100为乐观与悲观的分界。",
        en: "How satisfied consumers are with the present and what they expect, on a scale of 0 to 200; 100 divides optimism from pessimism.",
      },
    },
    {
      id: "consumer-satisfaction.index",
      name: { zh: "消费者满意指数", en: "Consumer satisfaction index" },
      short: { zh: "消费者满意", en: "Consumer satisfaction" },
      definition: {
        zh: "消费者对当前就业、收入和消费意愿的满意程度，取值0—200，是消费者信心指数的组成部分。",
        en: "How satisfied consumers are with present jobs, income and readiness to buy, 0 to 200; a part of the consumer confidence index.",
      },
      partOf: "consumer-confidence.index",
    },
  ],
);

const enterprises = definePack(
  {
    ...shared,
    frequency: "Q",
    measure: "index",
    adjustment: "none",
    sourceTable: { zh: "企业景气调查", en: "Enterprise business-climate survey" },
    update: quarterly(20, "10:00"),
    range: [0, 200],
  } as const,
  [
    {
      id: "business-climate.index",
      name: { zh: "企业景气指数", en: "Enterprise business-climate index" },
      short: { zh: "企业景气", en: "Business climate" },
      definition: {
        zh: "企业家对本企业综合生产经营状况判断的指数，取值0—200，100为景气与不景气的临界值。",
        en: "Managers' judgement of their own enterprise's business, 0 to 200; 100 divides good from poor.",
      },
    },
    {
      id: "entrepreneur-confidence.index",
      name: { zh: "企业家信心指数", en: "Entrepreneur confidence index" },
      short: { zh: "企业家信心", en: "Entrepreneur confidence" },
      definition: {
        zh: "企业家对本企业以外宏观经济环境的判断与预期的指数，取值0—200，100为临界值。",
        en: "Managers' judgement and expectation of the economy outside their enterprise, 0 to 200; 100 divides confidence from its lack.",
      },
    },
  ],
);

/** What purchasing managers, consumers and entrepreneurs say. */
export const SURVEYS = [...pmi, ...consumers, ...enterprises];
