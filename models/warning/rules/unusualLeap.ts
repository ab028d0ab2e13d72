import { median } from "simple-statistics";
import type { Citation } from "../../forecast/contract.ts";
import { stepEvidence } from "../conditions.ts";
import type { WarningRule } from "../contract.ts";
import { HEADLINE, HEADLINE_SUBJECTS } from "../headline.ts";
import { isUndecided, readingOf, undecided } from "../reading.ts";
import { type Steps, severityOf } from "../severityOf.ts";

export interface UnusualLeapOptions {
  /** Robust standard deviations. */
  deviations: Steps;
  /** Changes looked back on, and the fewest that make a judgement. */
  window: number;
  fewest: number;
  /** The newest of them that are measured apart: in a turbulent year more movement is usual. */
  recent: number;
}

const REFERENCE: Citation = {
  text: "Hampel, The Influence Curve and its Role in Robust Estimation, JASA 69, 1974",
  where: "median absolute deviation",
};

/** Makes the median absolute deviation of a normal variable its standard deviation: 1/Φ⁻¹(0.75). */
const NORMAL = 1.4826;

/**
 * The newest figure leapt: a shock, or a slip that a person should look at before it is quoted.
 *   z = |Δx(T) − med Δ| / (1.4826 · max(med₆₀ |Δ − med Δ|, med₈ |Δ − med Δ|))
 *   Δ: changes between neighbouring figures before T, the last 60 and the last 8 of them
 */
export const unusualLeap: WarningRule<UnusualLeapOptions> = {
  id: "unusual-leap",
  version: "1",
  kind: "quality",
  title: { zh: "数据出现异常跳变", en: "A figure leapt" },
  message: {
    zh: "{name}{period}为{value}{unit}，较上期变动{change:signed}，为通常波动的{multiple}倍，请核实",
    en: "{name} came in at {value}{unit} for {period}, {change:signed} on the period before, {multiple} times its usual movement: please verify",
  },
  rationale: {
    zh: "倍数由本产品设定：以近60次变动的稳健标准差为尺（近8次波动更大时取近8次），6倍以上为关注，10倍以上为预警。2020年2月采购经理指数（50.0至35.7）与2020年一季度国内生产总值（6.0至−6.8）均远超此线；2012年以来的日常波动绝大多数在6倍以内。",
    en: "Multiples set by the product: measured in robust standard deviations of the last 60 changes (of the last 8 where they move more), above 6 is watch, above 10 warning. The PMI of February 2020 (50.0 to 35.7) and GDP of the first quarter of 2020 (6.0 to −6.8) lay far beyond; nearly all ordinary movements since 2012 lay within 6.",
  },
  reference: REFERENCE,
  needs: HEADLINE,
  regions: "nation",
  subjects: HEADLINE_SUBJECTS,
  defaults: { deviations: { watch: 6, warning: 10 }, window: 60, fewest: 20, recent: 8 },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, context.subject.indicator, context);
    if (isUndecided(found)) return found;
    const known = found.series.values.slice(0, found.index + 1).filter((v) => v !== null);
    const changes = known.slice(1).map((v, i) => v - known[i]!);
    const change = changes.at(-1);
    const before = changes.slice(0, -1).slice(-options.window);
    if (change === undefined || before.length < options.fewest) {
      return undecided("too-short", {
        zh: `需要${options.fewest}次以上的变动，现有${before.length}次`,
        en: `${options.fewest} earlier changes are needed, there are ${before.length}`,
      });
    }
    const centre = median(before);
    const deviation = (ds: readonly number[]): number => median(ds.map((d) => Math.abs(d - centre)));
    const spread = NORMAL * Math.max(deviation(before), deviation(before.slice(-options.recent)));
    if (spread === 0) {
      return undecided("too-short", {
        zh: "过去的变动没有离散度，无法衡量跳变",
        en: "earlier changes show no spread to measure a leap by",
      });
    }
    const multiple = Math.abs(change - centre) / spread;
    const { severity, threshold } = severityOf(multiple, "above", options.deviations);
    const previous = found.value - change;
    const what = { zh: "变动与稳健标准差之比", en: "change over its robust standard deviation" };
    return {
      kind: "decided",
      severity,
      threshold: previous + centre + Math.sign(change - centre) * threshold * spread,
      direction: "none",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: { change, multiple, previous },
      evidence: stepEvidence(what, multiple, "above", options.deviations, "times", found.period),
    };
  },
};
