import type { ErrorRecordThen } from "../../../models/forecast/recordOf.ts";
import type { Words } from "../../../models/indicators/indicator.ts";

const NOT_FORECAST: Words = { zh: "该指标未纳入预测。", en: "This indicator is not forecast." };
const NOT_TRIED: Words = {
  zh: "模型尚未完成回测，因此不给出预测。",
  en: "No model has been back-tested yet, so no forecast is shown.",
};
const NOT_SCORED_THEN: Words = {
  zh: "截至所回看之日，尚无可评分的回测，因此不给出预测。",
  en: "By the day looked back to no back-test could be scored yet, so no forecast is shown.",
};
const TOO_FEW: Words = {
  zh: "截至当时，已可评分的回测起点不足，尚不能判断模型是否比直接沿用上期或上年同期数值更准，因此不给出预测。",
  en: "Too few origins could be scored by then to tell whether a model is better than repeating the last figure or the one a year before, so none is shown.",
};
const NOTHING_GATED: Words = {
  zh: "在当时可知的数据上，尚无模型比直接沿用上期或上年同期数值更准，因此不给出预测。",
  en: "On data as known then no model has been better than repeating the last figure or the one a year before, so none is shown.",
};
const ALL_DEMOTED: Words = {
  zh: "曾比直接沿用上期或上年同期数值更准的模型近来已失去优势，按规则降级，因此不给出预测。",
  en: "The models that were once better than repeating the last figure or the one a year before have lost their edge and were demoted by rule, so none is shown.",
};
const NONE_STANDS: Words = {
  zh: "截至当时，没有仍然有效的预测留存，因此不给出预测。",
  en: "No forecast made by then still stands, so none is shown.",
};
/** Said beside a path read off a back-test. */
export const FROM_BACKTEST: Words = {
  zh: "当日没有留存预测；所示为回测中按当时可知数据作出的预测，只含已检验的期数。",
  en: "No forecast was kept on that day; shown is what the back-test made of the data known then, at the horizons tried.",
};

/**
 * Why a page shows no forecast. `records` are those of the indicator as known on the day; `chosen` the model asked for
 * or chosen, which then has no forecast; `target`: the indicator is one that models forecast.
 */
export function whyNoForecast(
  records: readonly Pick<ErrorRecordThen, "horizon" | "standing">[],
  chosen: string | null,
  { target, lookingBack }: { target: boolean; lookingBack: boolean },
): Words {
  if (records.length === 0) {
    if (!target) return NOT_FORECAST;
    return lookingBack ? NOT_SCORED_THEN : NOT_TRIED;
  }
  if (chosen !== null) return NONE_STANDS;
  const first = Math.min(...records.map((r) => r.horizon));
  const states = new Set(records.filter((r) => r.horizon === first).map((r) => r.standing.state));
  if (states.has("demoted")) return ALL_DEMOTED;
  return states.has("lost-to-naive") ? NOTHING_GATED : TOO_FEW;
}
