import type { Citation } from "../../forecast/contract.ts";
import { parseIsoDate } from "../../series/date.ts";
import { lastIndex } from "../../series/series.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { HEADLINE, HEADLINE_SUBJECTS } from "../headline.ts";
import { inputKey } from "../inputKey.ts";
import { undecided } from "../reading.ts";
import { type Steps, severityOf } from "../severityOf.ts";

const REFERENCE: Citation = {
  text: "IMF, Data Quality Assessment Framework, 2012",
  where: "4.2 timeliness; 4.3 punctuality",
};

/** A headline figure has not come although its release day has passed: days late = asOf − due;  watch > 5, warning > 15, critical > 45. */
export const releaseOverdue: WarningRule<Steps> = {
  id: "release-overdue",
  version: "1",
  kind: "release",
  title: { zh: "重要数据逾期未到", en: "A headline figure is overdue" },
  message: {
    zh: "{name}{dueFor:period}数据应于{due:period}发布，已逾期{days:0}天",
    en: "{name} for {dueFor:period} was due on {due:period} and is {days:0} days late",
  },
  rationale: {
    zh: "应到日期按目录中的发布规则推算。天数由本产品设定：发布机构遇节假日顺延通常不超过5天；超过15天已错过当月分析，为预警；超过45天意味着连续两期缺失，为严重。",
    en: "The due day follows the publication rule in the catalogue. Days set by the product: agencies move releases around holidays by five days at most; beyond 15 the month's analysis is missed (warning); beyond 45 two periods in a row are missing (critical).",
  },
  reference: REFERENCE,
  needs: HEADLINE,
  regions: "nation",
  subjects: HEADLINE_SUBJECTS,
  defaults: { watch: 5, warning: 15, critical: 45 },
  evaluate(inputs, options, context) {
    const { indicator, region } = context.subject;
    const series = inputs[inputKey(indicator, region)];
    const index = series ? lastIndex(series) : null;
    const next = context.due(indicator, region);
    if (!series || index === null || !next) {
      return undecided("missing-input", {
        zh: `${indicator}从未入库或没有发布规则，无从判断是否逾期`,
        en: `${indicator} has never been loaded or has no publication rule, so nothing can be overdue`,
      });
    }
    const days = parseIsoDate(context.asOf)! - parseIsoDate(next.due)!;
    const what = { zh: "逾期天数", en: "days late" };
    return {
      kind: "decided",
      severity: severityOf(days, "above", options).severity,
      threshold: null,
      direction: "none",
      subject: context.subject,
      period: series.periods[index]!,
      value: series.values[index]!,
      details: { days: Math.max(0, days), due: next.due, dueFor: next.period },
      evidence: stepEvidence(what, days, "above", options, "days", next.period),
    };
  },
};
