import { NATION } from "../../indicators/nation.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { goalOf } from "../goalOf.ts";
import { isUndecided, readingOf } from "../reading.ts";
import { GOAL_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

/**
 * The surveyed urban unemployment rate above the year's control goal.
 *   d(T) = unemployment.surveyed(T) − goal(year of T as known that day), percentage points;  d > 0 / 0.3 / 1
 */
export const unemploymentGoal: WarningRule<Steps> = {
  id: "unemployment-goal",
  version: "1",
  kind: "target",
  title: { zh: "城镇调查失业率高于控制目标", en: "Surveyed unemployment above the control goal" },
  message: {
    zh: "{period}全国城镇调查失业率为{value}%，高于{goalYear:0}年{goal:plain}%的控制目标{gap:abs}个百分点",
    en: "The surveyed urban unemployment rate was {value} % in {period}, {gap:abs} percentage points above the control goal of {goal:plain} % for {goalYear:0}",
  },
  rationale: {
    zh: "控制目标由国务院在《政府工作报告》中提出（2018年起）。超出幅度由本产品设定：超过即关注（2023年2月5.6，目标5.5左右）；超出0.3为预警（2022年4月6.1、5月5.9）；超出1为严重，样本内未出现。春节后季节性上升会触及关注，属预期之内。",
    en: "The control goal is the State Council's, from the Government Work Report (since 2018). Distances set by the product: any excess is watch (February 2023: 5.6 against about 5.5), 0.3 points warning (April 2022: 6.1, May: 5.9), 1 point critical, not seen in the sample. The seasonal rise after the Spring Festival may reach watch, as intended.",
  },
  reference: GOAL_REFERENCE,
  needs: ["unemployment.surveyed"],
  regions: "nation",
  subjects: [{ indicator: "unemployment.surveyed", region: NATION }],
  defaults: { watch: 0, warning: 0.3, critical: 1 },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, "unemployment.surveyed", context);
    if (isUndecided(found)) return found;
    const target = goalOf("unemployment", found.period, context);
    if ("kind" in target) return target;
    const gap = found.value - target.goal;
    const what = { zh: "失业率减控制目标", en: "rate less the control goal" };
    return {
      kind: "decided",
      severity: severityOf(gap, "above", options).severity,
      threshold: target.goal,
      direction: "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: { goal: target.goal, goalYear: target.year, gap },
      evidence: stepEvidence(what, gap, "above", options, "percentage-points", found.period),
    };
  },
};
