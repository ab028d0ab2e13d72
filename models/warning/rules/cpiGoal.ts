import { NATION } from "../../indicators/nation.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { goalOf } from "../goalOf.ts";
import { isUndecided, readingOf } from "../reading.ts";
import { GOAL_REFERENCE } from "../references.ts";
import { compareSeverity, type Steps, severityOf } from "../severityOf.ts";

export interface CpiGoalOptions {
  hot: Steps;
  cold: Steps;
}

/**
 * The year's average consumer price rise against the goal of the Government Work Report.
 *   d(T) = cpi.ytd-yoy(T) − goal(year of T as known that day), percentage points
 *   hot d > 0 / 0.5 / 1.5;  cold d < −1.5 / −2 / −3.5
 */
export const cpiGoal: WarningRule<CpiGoalOptions> = {
  id: "cpi-goal",
  version: "1",
  kind: "target",
  title: { zh: "居民消费价格涨幅偏离年度目标", en: "Consumer price rise away from the year's goal" },
  message: {
    hot: {
      zh: "{period}居民消费价格累计上涨{value}%，高于{goalYear:0}年{goal:plain}%左右的目标{gap:abs}个百分点",
      en: "Consumer prices rose {value} % on average in {period}, {gap:abs} percentage points above the goal of about {goal:plain} % for {goalYear:0}",
    },
    cold: {
      zh: "{period}居民消费价格累计同比为{value}%，低于{goalYear:0}年{goal:plain}%左右的目标{gap:abs}个百分点",
      en: "Consumer prices changed {value} % on average in {period}, {gap:abs} percentage points below the goal of about {goal:plain} % for {goalYear:0}",
    },
  },
  rationale: {
    zh: "目标由国务院在《政府工作报告》中提出，表中记有宣布日期；3月宣布之前沿用上年目标。偏离幅度由本产品设定：高于目标即关注（2008、2010、2011年）；高出0.5、1.5个百分点为预警和严重（2011年全年5.4，目标4）。目标是上限性质，低于目标在多数年份为常态，故偏冷一侧从1.5起关注（2015年1.4，目标3），2为预警，3.5为严重（2009年）。",
    en: "The goal is the State Council's, from the Government Work Report with its day of announcement; before March last year's goal stands. Distances set by the product: any excess is watch (2008, 2010, 2011), 0.5 and 1.5 points above are warning and critical (2011: 5.4 against 4). The goal works as a ceiling and lower figures are usual, so the cold side begins at 1.5 points (2015: 1.4 against 3), warning at 2, critical at 3.5 (2009).",
  },
  reference: GOAL_REFERENCE,
  needs: ["cpi.ytd-yoy"],
  regions: "nation",
  subjects: [{ indicator: "cpi.ytd-yoy", region: NATION }],
  defaults: {
    hot: { watch: 0, warning: 0.5, critical: 1.5 },
    cold: { watch: -1.5, warning: -2, critical: -3.5 },
  },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, "cpi.ytd-yoy", context);
    if (isUndecided(found)) return found;
    const target = goalOf("cpi", found.period, context);
    if ("kind" in target) return target;
    const gap = found.value - target.goal;
    const hot = severityOf(gap, "above", options.hot);
    const cold = severityOf(gap, "below", options.cold);
    const worse = compareSeverity(hot.severity, cold.severity) > 0 || gap > 0 ? hot : cold;
    const what = { zh: "累计涨幅减目标", en: "year-to-date rise less the goal" };
    return {
      kind: "decided",
      severity: worse.severity,
      threshold: target.goal,
      direction: worse === hot ? "hot" : "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: { goal: target.goal, goalYear: target.year, gap },
      evidence: [
        ...stepEvidence(what, gap, "above", options.hot, "percentage-points", found.period),
        ...stepEvidence(what, gap, "below", options.cold, "percentage-points", found.period),
      ],
    };
  },
};
