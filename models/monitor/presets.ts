import type { Words } from "../indicators/indicator.ts";
import type { Preset, PresetId, PresetMember } from "./preset.ts";
import { MEMBERS } from "./presetMembers.ts";

const member = (
  base: Omit<PresetMember, "weight" | "substitutes">,
  weight: number,
  substitutes: Words | null = null,
): PresetMember => ({ ...base, weight, substitutes });

const instead = (zh: string, en: string, zhWhy: string, enWhy: string): Words => ({
  zh: `代替“${zh}”：${zhWhy}`,
  en: `Stands in for ${en}: ${enWhy}`,
});
const noTotalTrade = instead(
  "海关进出口总额",
  "total imports and exports",
  "用出口额同比，与进出口总额走势相近。",
  "growth of exports, which moves with total trade.",
);
const noInvestment = instead(
  "固定资产投资",
  "fixed-asset investment",
  "官方可比口径增速不在库中，累计额口径多次调整；用全社会用电量反映生产与建设活动。",
  "official comparable growth is not in the base and the published totals change coverage; electricity use follows production and construction.",
);
const noLoanStock = instead(
  "金融机构各项贷款余额",
  "outstanding loans of financial institutions",
  "余额增速不在库中，用近12个月新增人民币贷款合计的同比。",
  "growth of the stock is not in the base; growth of new yuan loans over twelve months is used.",
);

/**
 * 国家统计局宏观经济景气预警指数 as far as it is public: ten members, S = 100/3 · Σ wᵢ sᵢ, all green = 100.
 * Published values (113.3, 110.7 in 2008; 84.0 to 106.7 in 1991) are multiples of 2/3, so weights move in
 * steps of 2 % and are not equal; the weights themselves and the zone limits are not published.
 */
const nbs10: Preset = {
  id: "nbs-10",
  title: {
    zh: "宏观经济景气预警指数（统计局十指标口径）",
    en: "Early-warning index, ten-member set of the statistics bureau",
  },
  scale: 100 / 3,
  range: [100 / 3, 500 / 3],
  bounds: [63.33, 83.33, 116.67, 136.67],
  provenance: {
    zh: "指标组为国家统计局公开的十项；权重以 2% 为步长设定、界限 63.33/83.33/116.67/136.67 据回忆整理，均未见官方文件确认。",
    en: "The ten members are public; weights (set in steps of 2 %) and zone limits 63.33/83.33/116.67/136.67 are recalled and not confirmed by an official document.",
  },
  members: [
    member(MEMBERS.output, 0.12),
    member(MEMBERS.electricity, 0.12, noInvestment),
    member(MEMBERS.retail, 0.12),
    member(MEMBERS.exports, 0.1, noTotalTrade),
    member(MEMBERS.fiscalRevenue, 0.08),
    member(
      MEMBERS.ppi,
      0.08,
      instead(
        "工业企业利润",
        "profits of industrial enterprises",
        "利润不在库中，出厂价格是其波动的主要来源。",
        "profits are not in the base; producer prices are the main source of their swings.",
      ),
    ),
    member(
      MEMBERS.confidence,
      0.08,
      instead(
        "城镇居民人均可支配收入",
        "urban disposable income per head",
        "收入为季度数据且不在库中，用消费者信心指数反映居民收入感受。",
        "income is quarterly and not in the base; consumer confidence reflects how households see their income.",
      ),
    ),
    member(MEMBERS.newLoans, 0.1, noLoanStock),
    member(MEMBERS.m2, 0.1),
    member(MEMBERS.cpi, 0.1),
  ],
};

/**
 * 国家信息中心 ten-light table (2021 members): S = Σ sᵢ, 10…50.
 * The limits are 36, 50, 73 and 85 % of full marks; the scoring reproduces the published 17 of October 2021.
 */
const sic10: Preset = {
  id: "sic-10",
  title: {
    zh: "宏观经济景气预警信号灯（信息中心十指标口径）",
    en: "Early-warning lights, ten-member set of the information centre",
  },
  scale: 10,
  range: [10, 50],
  bounds: [18, 25, 36.5, 42.5],
  provenance: {
    zh: "指标组见国家信息中心 2021 年 10 月综合评述；得分为各灯之和，界限取满分的 36%、50%、73%、85%（教科书规则，以已发布的 2021 年 10 月 17 分核对）。",
    en: "Members after the State Information Center's review of October 2021; the score is the sum of the lights, limits at 36, 50, 73 and 85 % of full marks (textbook rule, checked against the published 17 of October 2021).",
  },
  members: [
    member(MEMBERS.output, 0.1),
    member(
      MEMBERS.services,
      0.1,
      instead(
        "房地产开发投资",
        "real-estate investment",
        "该指标不在库中，用非制造业商务活动指数（含建筑业和房地产服务）。",
        "not in the base; the non-manufacturing activity index covers construction and real-estate services.",
      ),
    ),
    member(MEMBERS.retail, 0.1),
    member(MEMBERS.electricity, 0.1, noInvestment),
    member(
      MEMBERS.fiscalRevenue,
      0.1,
      instead(
        "税收收入",
        "tax revenue",
        "税收在库中只有季度数，用一般公共预算收入，其中大部分为税收。",
        "the base holds tax by quarter only; budget revenue, most of which is tax, is used.",
      ),
    ),
    member(MEMBERS.m2, 0.1),
    member(MEMBERS.newLoans, 0.1, noLoanStock),
    member(MEMBERS.exports, 0.1, noTotalTrade),
    member(MEMBERS.cpi, 0.1),
    member(MEMBERS.ppi, 0.1),
  ],
};

export const PRESETS: readonly Preset[] = [nbs10, sic10];

/** The preset of an id. */
export function presetById(id: PresetId): Preset {
  return id === "nbs-10" ? nbs10 : sic10;
}
