import type { AnnualTarget } from "../../../models/indicators/annualTargets.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { NowcastResult } from "../../../models/nowcast/china/nowcastResult.ts";
import { civil } from "../../../models/series/date.ts";
import { spanOf } from "../../../models/series/period.ts";
import { normalCdf } from "../../../models/statistics/distribution/normal.ts";
import type { NowcastChance, NowcastTarget } from "../../routers/views.ts";
import { sayNumber, sayPeriod } from "../say.ts";

/** Prices are held against zero: below it they fall. */
const AGAINST_ZERO: readonly NowcastTarget[] = ["cpi.yoy", "ppi.yoy"];

/**
 * Probabilities of a nowcast crossing the lines that matter, P(Y > c) = 1 − Φ((c − mean)/sd), in percent: the goal of its year,
 * zero where prices are told, the figure before it. Until the year's goal is read it is held against that of the year before, and
 * the label says so.
 */
export function nowcastChances(
  result: Pick<NowcastResult, "period" | "density" | "before">,
  target: NowcastTarget,
  decimals: number,
  goal: AnnualTarget | null,
): NowcastChance[] {
  const { mean, sd } = result.density;
  const below = (line: number): number => {
    if (sd > 0) return 100 * normalCdf((line - mean) / sd);
    return mean < line ? 100 : 0;
  };
  const of = (kind: NowcastChance["kind"], line: number, side: NowcastChance["side"], label: Words) => ({
    kind,
    line,
    side,
    label,
    probability: side === "below" ? below(line) : 100 - below(line),
    goalYear: kind === "goal" ? (goal?.year ?? null) : null,
  });
  const chances: NowcastChance[] = [];
  if (AGAINST_ZERO.includes(target))
    chances.push(
      of("zero", 0, "below", { zh: "低于上年同期的可能", en: "Chance of a fall on a year earlier" }),
    );
  if (goal?.value != null) {
    const line = sayNumber(goal.value, 1);
    const { year } = civil(spanOf(result.period).end);
    const open: Words =
      goal.year === year
        ? { zh: "", en: "" }
        : { zh: `（${year}年目标尚未公布）`, en: ` (that of ${year} is not out yet)` };
    chances.push(
      of("goal", goal.value, "above", {
        zh: `高于${goal.year}年目标 ${line}% 的可能${open.zh}`,
        en: `Chance of more than the ${goal.year} goal of ${line}%${open.en}`,
      }),
    );
  }
  const { period, value } = result.before;
  const before = sayPeriod(period);
  const side = mean >= value ? "above" : "below";
  chances.push(
    of("previous", value, side, {
      zh: `${side === "above" ? "高于" : "低于"}${before.zh} ${sayNumber(value, decimals)}% 的可能`,
      en: `Chance of ${side === "above" ? "more" : "less"} than the ${sayNumber(value, decimals)}% of ${before.en}`,
    }),
  );
  return chances;
}
