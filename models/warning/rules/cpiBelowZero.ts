import { NATION } from "../../indicators/nation.ts";
import { belowSteps } from "../belowSteps.ts";
import type { WarningRule } from "../contract.ts";
import { LEVEL_REFERENCE } from "../references.ts";
import type { Steps } from "../severityOf.ts";

/**
 * Consumer prices below those of a year before.
 *   x(T) = latest cpi.yoy, percent;  watch x < 0, warning x < −0.5, critical x < −1.5
 */
export const cpiBelowZero: WarningRule<Steps> = {
  id: "cpi-below-zero",
  version: "1",
  kind: "level",
  title: { zh: "居民消费价格同比为负", en: "Consumer prices below a year ago" },
  message: {
    zh: "{period}居民消费价格同比下降{value:abs}%，低于{threshold}%的界限",
    en: "Consumer prices fell {value:abs} % on the year in {period}, below the bound of {threshold} %",
  },
  rationale: {
    zh: "警限由本产品设定。零以下为关注：同比转负意味着居民消费价格总水平低于上年同月；−0.5为预警：2020年11月与2023年11月的一次性食品价格回落止于−0.5，2024年1月（−0.8）和2025年2月（−0.7）越过此线；−1.5为严重：仅2009年2月、6月、7月（最低−1.8，国际金融危机）曾到达。",
    en: "Steps set by the product. Watch below 0: the price level is under that of the same month a year before. Warning below −0.5: the one-off falls of food prices in November 2020 and November 2023 stopped at −0.5; January 2024 (−0.8) and February 2025 (−0.7) went beyond. Critical below −1.5: reached only in February, June and July 2009 (lowest −1.8, the financial crisis).",
  },
  reference: LEVEL_REFERENCE,
  needs: ["cpi.yoy"],
  regions: "nation",
  subjects: [{ indicator: "cpi.yoy", region: NATION }],
  defaults: { watch: 0, warning: -0.5, critical: -1.5 },
  evaluate: belowSteps("cpi.yoy", { zh: "居民消费价格同比", en: "consumer prices, year on year" }),
};
