import { NATION } from "../../indicators/nation.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { goalOf } from "../goalOf.ts";
import { isUndecided, readingOf } from "../reading.ts";
import { GOAL_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

/**
 * Growth of the year so far short of the goal.
 *   d(T) = gdp.ytd-yoy(T) − goal(year of T as known that day), percentage points;  d < 0 / −0.5 / −2
 */
export const gdpGoal: WarningRule<Steps> = {
  id: "gdp-goal",
  version: "1",
  kind: "target",
  title: { zh: "经济增速低于年度目标", en: "Growth short of the year's goal" },
  message: {
    zh: "{period}国内生产总值累计增长{value}%，低于{goalYear:0}年{goal:plain}%的目标{gap:abs}个百分点",
    en: "GDP grew {value} % in {period}, {gap:abs} percentage points short of the goal of {goal:plain} % for {goalYear:0}",
  },
  rationale: {
    zh: "目标由国务院在《政府工作报告》中提出；区间目标取下限，2020年未提出具体目标，规则在该年宣布后不作判断。差距由本产品设定：低于目标即关注（2014年7.3，目标7.5左右；2023年一季度4.5，目标5左右）；差0.5为预警，差2为严重（2022年上半年2.5，目标5.5）。",
    en: "The goal is the State Council's, from the Government Work Report; of a range the lower end; 2020 set no number, and the rule does not judge that year once this was announced. Distances set by the product: any shortfall is watch (2014: 7.3 against about 7.5; first quarter of 2023: 4.5 against about 5), 0.5 points warning, 2 points critical (first half of 2022: 2.5 against 5.5).",
  },
  reference: GOAL_REFERENCE,
  needs: ["gdp.ytd-yoy"],
  regions: "nation",
  subjects: [{ indicator: "gdp.ytd-yoy", region: NATION }],
  defaults: { watch: 0, warning: -0.5, critical: -2 },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, "gdp.ytd-yoy", context);
    if (isUndecided(found)) return found;
    const target = goalOf("gdp", found.period, context);
    if ("kind" in target) return target;
    const gap = found.value - target.goal;
    const what = { zh: "累计增速减目标", en: "year-to-date growth less the goal" };
    return {
      kind: "decided",
      severity: severityOf(gap, "below", options).severity,
      threshold: target.goal,
      direction: "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: { goal: target.goal, goalYear: target.year, gap },
      evidence: stepEvidence(what, gap, "below", options, "percentage-points", found.period),
    };
  },
};
