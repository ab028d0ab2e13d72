import { MAINLAND_PROVINCES } from "../../indicators/registry.ts";
import { stepEvidence } from "../conditions.ts";
import type { RuleInputs, WarningRule } from "../contract.ts";
import { inputKey } from "../inputKey.ts";
import { isUndecided, readingOf, undecided } from "../reading.ts";
import { SCOREBOARD_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

const LEVEL = "gdp.province.level";

/**
 * A province falls behind: its nominal growth against that of all provinces together.
 *   g_p = 100 (Y_p(t) / Y_p(t−1) − 1);  g = the same of Σ Y over the provinces with both years;  g_p − g < −2 / −4 / −6
 */
export const provinceGap: WarningRule<Steps> = {
  id: "province-growth-gap",
  version: "1",
  kind: "region-gap",
  title: { zh: "地区经济增速明显落后", en: "A province falls behind" },
  message: {
    zh: "{region}{period}地区生产总值名义增长{growth}%，低于各省合计增速（{nation}%）{gap:abs}个百分点",
    en: "Nominal GDP of {region} grew {growth} % in {period}, {gap:abs} percentage points behind all provinces together ({nation} %)",
  },
  rationale: {
    zh: "差距由本产品设定：2021—2023年各省与合计增速之差约六分之一低于−2（关注），约二十分之一低于−4（预警）；低于−6（严重）的有2016—2018年的辽宁、黑龙江、吉林，2021年的河南（灾情与基期数据修订）和2022年的吉林。名义增速含价格因素，资源省份随能源价格波动，须结合实际增速判断。",
    en: "Distances set by the product: of the gaps of 2021–2023 about one in six lay below −2 (watch), one in twenty below −4 (warning); below −6 (critical) lay Liaoning, Heilongjiang and Jilin in 2016–2018, Henan in 2021 (floods, and a revised base year) and Jilin in 2022. Nominal growth carries prices: provinces of mines move with energy prices, so read it beside real growth.",
  },
  reference: SCOREBOARD_REFERENCE,
  needs: [LEVEL],
  regions: MAINLAND_PROVINCES,
  subjects: MAINLAND_PROVINCES.map((region) => ({ indicator: LEVEL, region })),
  defaults: { watch: -2, warning: -4, critical: -6 },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, LEVEL, context);
    if (isUndecided(found)) return found;
    const slot = found.series.firstSlot + found.index;
    const before = levelAt(inputs, context.subject.region, slot - 1);
    const all = growthOfAll(inputs, slot);
    if (before === null || all === null) {
      return undecided("too-short", {
        zh: `${found.period}的增速需要上一年的数据，尚无`,
        en: `growth in ${found.period} needs the figure of the year before, which is missing`,
      });
    }
    const growth = 100 * (found.value / before - 1);
    const gap = growth - all;
    const { severity, threshold: step } = severityOf(gap, "below", options);
    const what = { zh: "名义增速减各省合计增速", en: "nominal growth less that of all provinces" };
    return {
      kind: "decided",
      severity,
      // In the unit of the subject: the level at which the province would stand on the step.
      threshold: before * (1 + (all + step) / 100),
      direction: "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      details: { growth, nation: all, gap },
      evidence: stepEvidence(what, gap, "below", options, "percentage-points", found.period),
    };
  },
};

function levelAt(inputs: RuleInputs, region: string, slot: number): number | null {
  const series = inputs[inputKey(LEVEL, region)];
  return series?.values[slot - series.firstSlot] ?? null;
}

function growthOfAll(inputs: RuleInputs, slot: number): number | null {
  let now = 0;
  let before = 0;
  for (const region of MAINLAND_PROVINCES) {
    const a = levelAt(inputs, region, slot);
    const b = levelAt(inputs, region, slot - 1);
    if (a === null || b === null) continue;
    now += a;
    before += b;
  }
  return before === 0 ? null : 100 * (now / before - 1);
}
