import { type TargetKind, targetInForce } from "../indicators/annualTargets.ts";
import { civil } from "../series/date.ts";
import { type Period, spanOf } from "../series/period.ts";
import type { RuleContext } from "./contract.ts";
import { type Undecided, undecided } from "./reading.ts";

/** The goal a figure of `period` is held against on the day judged, or why there is none. */
export function goalOf(
  kind: TargetKind,
  period: Period,
  context: RuleContext,
): { year: number; goal: number } | Undecided {
  const { year } = civil(spanOf(period).start);
  const target = targetInForce(kind, year, context.asOf);
  if (target?.value !== null && target?.value !== undefined) return { year: target.year, goal: target.value };
  return undecided("missing-input", {
    zh: target
      ? `${target.year}年《政府工作报告》未提出该项具体目标`
      : `没有${year}年或其上一年的目标（截至${context.asOf}）`,
    en: target
      ? `the Government Work Report of ${target.year} set no number`
      : `no goal of ${year} or the year before is known as of ${context.asOf}`,
  });
}
