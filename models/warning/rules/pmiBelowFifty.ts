import { NATION } from "../../indicators/nation.ts";
import { belowSteps } from "../belowSteps.ts";
import type { WarningRule } from "../contract.ts";
import { LEVEL_REFERENCE } from "../references.ts";
import type { Steps } from "../severityOf.ts";

/**
 * Manufacturing shrinks on the month before: more purchasing managers report falls than rises.
 *   x(T) = latest pmi.manufacturing;  watch x < 50, warning x < 49, critical x < 45
 */
export const pmiBelowFifty: WarningRule<Steps> = {
  id: "pmi-below-50",
  version: "1",
  kind: "level",
  title: { zh: "制造业采购经理指数低于荣枯线", en: "Manufacturing PMI below 50" },
  message: {
    zh: "{period}制造业采购经理指数为{value}%，低于{threshold}%的界限",
    en: "The manufacturing PMI stood at {value} % in {period}, below the bound of {threshold} %",
  },
  rationale: {
    zh: "50是指数编制本身规定的扩张与收缩分界。49与45由本产品设定：2012年以来的一般性收缩多在49以上，低于49的有2022年4月（47.4）、11月（48.0）、12月（47.0）和2023年5月（48.8）；低于45只出现在2008年10月至12月（最低38.8）和2020年2月（35.7）两次危机。",
    en: "50 is the index's own dividing line between expansion and contraction. 49 and 45 are set by the product: ordinary contractions since 2012 mostly stayed above 49; below it lay April 2022 (47.4), November 2022 (48.0), December 2022 (47.0) and May 2023 (48.8); below 45 only the two crises, October to December 2008 (lowest 38.8) and February 2020 (35.7).",
  },
  reference: LEVEL_REFERENCE,
  needs: ["pmi.manufacturing"],
  regions: "nation",
  subjects: [{ indicator: "pmi.manufacturing", region: NATION }],
  defaults: { watch: 50, warning: 49, critical: 45 },
  evaluate: belowSteps("pmi.manufacturing", { zh: "制造业采购经理指数", en: "manufacturing PMI" }),
};
