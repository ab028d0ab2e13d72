import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { isUndecided, readingOf } from "../reading.ts";
import { SCOREBOARD_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

const PRICES = "house-price.new.index";
const BEIJING = "110000";
const SHANGHAI = "310000";

/**
 * New-house prices of Beijing and Shanghai part: one policy no longer fits both.
 *   d(T) = |x_Beijing(T) − x_Shanghai(T)|, points of the index (same month of last year = 100);  d > 5 / 8 / 12
 */
export const housePriceGap: WarningRule<Steps> = {
  id: "house-price-gap",
  version: "1",
  kind: "region-gap",
  title: { zh: "北京与上海房价走势分化", en: "House prices of Beijing and Shanghai part" },
  message: {
    zh: "{period}北京新建商品住宅价格指数为{value}，上海为{other}，相差{gap:abs}点",
    en: "The new-house price index stood at {value} in Beijing and {other} in Shanghai in {period}, {gap:abs} points apart",
  },
  rationale: {
    zh: "幅度由本产品设定：2012—2014年、2017—2023年两市之差均在5点以内；5点为关注，8点为预警（2016年1至9月、2024年8月起），12点为严重（2016年3月至5月及8月，上海涨幅最快之时，最大14.0）。",
    en: "Distances set by the product: in 2012–2014 and 2017–2023 the two stayed within 5 points; 5 is watch, 8 warning (January to September 2016; from August 2024), 12 critical (March to May and August 2016, when Shanghai rose fastest, at most 14.0).",
  },
  reference: SCOREBOARD_REFERENCE,
  needs: [PRICES],
  regions: [BEIJING, SHANGHAI],
  subjects: [{ indicator: PRICES, region: BEIJING }],
  defaults: { watch: 5, warning: 8, critical: 12 },
  evaluate(inputs, options, context) {
    const beijing = readingOf(inputs, PRICES, context, BEIJING);
    const shanghai = readingOf(inputs, PRICES, context, SHANGHAI);
    if (isUndecided(beijing)) return beijing;
    if (isUndecided(shanghai)) return shanghai;
    // The newest month both cities have.
    const slot = Math.min(
      beijing.series.firstSlot + beijing.index,
      shanghai.series.firstSlot + shanghai.index,
    );
    const value = beijing.series.values[slot - beijing.series.firstSlot] ?? beijing.value;
    const other = shanghai.series.values[slot - shanghai.series.firstSlot] ?? shanghai.value;
    const period = beijing.series.periods[slot - beijing.series.firstSlot] ?? beijing.period;
    const gap = value - other;
    const { severity, threshold } = severityOf(Math.abs(gap), "above", options);
    const what = { zh: "两市指数之差（绝对值）", en: "distance of the two indices" };
    return {
      kind: "decided",
      severity,
      threshold: gap < 0 ? other - threshold : other + threshold,
      direction: gap < 0 ? "cold" : "hot",
      subject: context.subject,
      period,
      value,
      details: { other, gap },
      evidence: stepEvidence(what, Math.abs(gap), "above", options, "index-points", period),
    };
  },
};
