import type { Indicator, Words } from "../../../models/indicators/indicator.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { NOT_ADJUSTED } from "../../../models/seasonal/china/notAdjusted.ts";
import { seasonalPolicyOf } from "../../../models/seasonal/china/policies.ts";
import { derivationOf } from "../../../models/yearToDate/china/derivations.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

/** Why an indicator without a policy is not seasonally adjusted here: one sentence. */
export function whyNotAdjusted(indicator: Indicator): Words {
  const own = NOT_ADJUSTED[indicator.id];
  if (own) return own;
  const adjusted = [derivationOf(indicator.id)?.single, derivationOf(indicator.id)?.total].find(
    (id) => id !== undefined && seasonalPolicyOf(id) !== null,
  );
  const sibling = adjusted === undefined ? null : indicatorById(adjusted);
  if (sibling)
    return words(
      `季节调整在“${sibling.short.zh}”（${sibling.id}）上做，见该指标页。`,
      `It is ${sibling.short.en} (${sibling.id}) that is adjusted: see its page.`,
    );
  if (indicator.adjustment === "seasonal" || indicator.measure === "mom-sa")
    return words("来源公布时已作季节调整。", "Its source publishes it adjusted already.");
  if (indicator.frequency !== "M")
    return words("只对月度序列作季节调整。", "Only monthly series are adjusted.");
  switch (indicator.measure) {
    case "yoy":
    case "ytd-yoy":
      return words(
        "同比是与上年同期相比，季节因素大体已抵消，不再调整。",
        "It compares with the same months a year earlier, which takes most of the season out already.",
      );
    case "diffusion":
    case "balance":
      return words(
        "这是问卷比例或差额，不是金额或数量，不作季节调整。",
        "It is a share of answers or a balance, not an amount: it is not adjusted.",
      );
    case "level":
    case "flow":
    case "ytd":
      return words(
        "可用的月份不足五年，季节和春节因素还分不开，因此没有季节调整结果。",
        "Fewer than five years of months are there: season and Spring Festival cannot be told apart yet, so it is not adjusted.",
      );
    default:
      return words(
        "这是比率或指数，不按金额的办法作季节调整。",
        "It is a rate or an index: it is not adjusted the way amounts are.",
      );
  }
}
