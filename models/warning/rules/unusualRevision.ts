import { median } from "simple-statistics";
import type { Citation } from "../../forecast/contract.ts";
import { parseIsoDate } from "../../series/date.ts";
import { spanOf } from "../../series/period.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { HEADLINE, HEADLINE_SUBJECTS } from "../headline.ts";
import { isUndecided, readingOf } from "../reading.ts";

import { type Steps, severityOf } from "../severityOf.ts";

export interface UnusualRevisionOptions {
  /** Size of the newest revision over the usual one. */
  multiple: Steps;
  /** Revisions smaller than this, in the figure's own unit, are never news. */
  least: number;
  /** Days for which a revision stays news. */
  days: number;
  /** Days after a period's end for which its figure is still quoted; older figures are revised in silence. */
  quoted: number;
}

const REFERENCE: Citation = {
  text: "OECD/Eurostat, Guidelines on Revisions Policy and Analysis, 2008",
  where: "mean absolute revision",
};

/**
 * A published headline figure was changed by more than is usual for it.
 *   m = |after − before| / max(median |earlier revisions|, least)   of the newest revision within `days`
 */
export const unusualRevision: WarningRule<UnusualRevisionOptions> = {
  id: "unusual-revision",
  version: "2",
  kind: "quality",
  title: { zh: "数据修订幅度异常", en: "A figure was revised by more than usual" },
  message: {
    zh: "{name}{revised:period}数据由{before}{unit}修订为{after}{unit}，幅度为通常的{multiple}倍",
    en: "{name} for {revised:period} was revised from {before}{unit} to {after}{unit}, {multiple} times the usual size",
  },
  rationale: {
    zh: "倍数由本产品设定：通常幅度取该指标历次修订绝对值的中位数（无历史时取0.1，即发布位数的一个单位），达3倍以上为关注，6倍以上为预警；修订公布60天后不再提示；时期已过去三年以上的数字很少再被引用，不提示。修订本身是正常的统计程序，提示的目的是让引用该数字的人复核。",
    en: "Multiples set by the product: the usual size is the median of the indicator's earlier absolute revisions (0.1, one unit of the published decimal, where it has none); more than 3 times is watch, more than 6 warning; after 60 days it is news no more; figures of periods that ended over three years ago are seldom quoted and not reported. Revising is sound statistical practice: the alert asks those who quoted the figure to look again.",
  },
  reference: REFERENCE,
  needs: HEADLINE,
  regions: "nation",
  subjects: HEADLINE_SUBJECTS,
  defaults: { multiple: { watch: 3, warning: 6 }, least: 0.1, days: 60, quoted: 1096 },
  evaluate(inputs, options, context) {
    const { indicator, region } = context.subject;
    const found = readingOf(inputs, indicator, context);
    if (isUndecided(found)) return found;
    const all = context.revisions(indicator, region);
    const today = parseIsoDate(context.asOf)!;
    const recent = all.filter(
      (r) =>
        today - parseIsoDate(r.vintage)! <= options.days && today - spanOf(r.period).end <= options.quoted,
    );
    const newest = recent.reduce<(typeof recent)[number] | null>(
      (most, r) => (most && size(most) >= size(r) ? most : r),
      null,
    );
    const earlier = all.filter((r) => !recent.includes(r)).map(size);
    const usual = Math.max(earlier.length === 0 ? 0 : median(earlier), options.least);
    const multiple = newest ? size(newest) / usual : 0;
    const what = { zh: "最近修订与通常幅度之比", en: "newest revision over the usual" };
    return {
      kind: "decided",
      severity: severityOf(multiple, "above", options.multiple).severity,
      threshold: null,
      direction: "none",
      subject: context.subject,
      period: newest?.period ?? found.period,
      value: newest?.after ?? found.value,
      details: newest
        ? { before: newest.before, after: newest.after, revised: newest.period, multiple }
        : { before: found.value, after: found.value, revised: found.period, multiple },
      evidence: stepEvidence(
        what,
        multiple,
        "above",
        options.multiple,
        "times",
        newest?.period ?? found.period,
      ),
    };
  },
};

function size(r: { before: number; after: number }): number {
  return Math.abs(r.after - r.before);
}
