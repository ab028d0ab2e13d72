import { NATION } from "../../indicators/nation.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { isUndecided, readingOf } from "../reading.ts";
import { LEVEL_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

export interface PpiLevelOptions {
  hot: Steps;
  cold: Steps;
}

/**
 * Producer prices far from rest, on either side.
 *   x(T) = latest ppi.yoy, percent;  hot x > 6 / 9 / 12;  cold x < −2 / −4 / −7
 */
export const ppiLevel: WarningRule<PpiLevelOptions> = {
  id: "ppi-level",
  version: "1",
  kind: "level",
  title: { zh: "工业生产者出厂价格过热或过冷", en: "Producer prices running hot or cold" },
  message: {
    hot: {
      zh: "{period}工业生产者出厂价格同比上涨{value}%，高于{threshold}%的界限",
      en: "Producer prices rose {value} % on the year in {period}, above the bound of {threshold} %",
    },
    cold: {
      zh: "{period}工业生产者出厂价格同比为{value}%，低于{threshold}%的界限",
      en: "Producer prices changed {value} % on the year in {period}, below the bound of {threshold} %",
    },
  },
  rationale: {
    zh: "警限由本产品设定。偏热：6为关注（2008、2010、2011、2017各轮上涨的高位均在6以上），9为预警（2008年夏与2021年8月起），12为严重（仅2021年10月13.5和11月12.9）。偏冷：−2为关注；−4为预警（2009年、2015年至2016年初、2023年5至7月）；−7为严重（仅2009年5至8月，最低−8.2）。",
    en: "Steps set by the product. Hot: watch above 6 (the highs of 2008, 2010, 2011 and 2017 all lay above), warning above 9 (summer 2008; from August 2021), critical above 12 (October 2021 at 13.5 and November at 12.9 only). Cold: watch below −2; warning below −4 (2009; 2015 to early 2016; May to July 2023); critical below −7 (May to August 2009 only, lowest −8.2).",
  },
  reference: LEVEL_REFERENCE,
  needs: ["ppi.yoy"],
  regions: "nation",
  subjects: [{ indicator: "ppi.yoy", region: NATION }],
  defaults: {
    hot: { watch: 6, warning: 9, critical: 12 },
    cold: { watch: -2, warning: -4, critical: -7 },
  },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, "ppi.yoy", context);
    if (isUndecided(found)) return found;
    const { value, period } = found;
    const hot = value >= (options.hot.watch + options.cold.watch) / 2;
    const side = hot ? "above" : "below";
    const what = { zh: "工业生产者出厂价格同比", en: "producer prices, year on year" };
    return {
      kind: "decided",
      ...severityOf(value, side, hot ? options.hot : options.cold),
      direction: hot ? "hot" : "cold",
      subject: context.subject,
      period,
      value,
      details: {},
      evidence: [
        ...stepEvidence(what, value, "above", options.hot, "percent", period),
        ...stepEvidence(what, value, "below", options.cold, "percent", period),
      ],
    };
  },
};
