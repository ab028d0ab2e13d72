import type { CyclePreset } from "./cycleMember.ts";

/**
 * The groups of the State Information Center (SIC, 综合评述, October 2021) from what the catalogue holds. Growth rates
 * as published against the same month of the year before: levels on comparable coverage are not published.
 */
export const SIC_2021: CyclePreset = {
  id: "sic-2021",
  name: { zh: "国家信息中心 2021（可得指标）", en: "State Information Center 2021, as far as available" },
  reference: "iva.yoy",
  groups: {
    leading: [
      {
        indicator: "pmi.manufacturing",
        standsFor: { zh: "制造业PMI新出口订单", en: "New export orders of the manufacturing PMI" },
      },
      {
        indicator: "m1.yoy",
        standsFor: { zh: "社会融资规模存量", en: "Stock of aggregate financing to the real economy" },
      },
      { indicator: "m2.yoy" },
      { indicator: "consumer-confidence.index" },
    ],
    coincident: [
      { indicator: "iva.yoy" },
      {
        indicator: "fiscal-revenue.yoy",
        festival: true,
        standsFor: { zh: "税收收入", en: "Tax revenue" },
      },
      {
        indicator: "retail.yoy",
        festival: true,
        standsFor: { zh: "宏观需求：消费", en: "Macroeconomic demand: consumption" },
      },
      {
        indicator: "imports.yoy",
        festival: true,
        standsFor: { zh: "宏观需求：进出口", en: "Macroeconomic demand: foreign trade" },
      },
    ],
    lagging: [{ indicator: "ppi.yoy" }, { indicator: "cpi.yoy", festival: true }],
  },
  lacking: [
    { group: "leading", name: { zh: "汽车产量", en: "Output of motor vehicles" } },
    { group: "leading", name: { zh: "商品房销售额", en: "Sales of commercial housing" } },
    { group: "leading", name: { zh: "美国ECRI领先指标", en: "ECRI leading index of the United States" } },
    // A reprinter's growth of investment by month is in the catalogue; changes of coverage throw it from −63 to +197.
    {
      group: "coincident",
      name: {
        zh: "宏观需求：投资（可比口径当月）",
        en: "Macroeconomic demand: investment, comparable, by month",
      },
    },
    { group: "coincident", name: { zh: "房地产开发投资", en: "Investment in real estate development" } },
    { group: "lagging", name: { zh: "一般公共预算支出", en: "General public budget expenditure" } },
  ],
};
