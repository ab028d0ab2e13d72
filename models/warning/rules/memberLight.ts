import { NATION } from "../../indicators/nation.ts";
import { presetById } from "../../monitor/presets.ts";
import type { WarningRule } from "../contract.ts";
import { lightReadingOf } from "../lightReading.ts";
import { LEVEL_REFERENCE } from "../references.ts";
import { severityOf } from "../severityOf.ts";

export interface MemberLightOptions {
  preset: "nbs-10";
  /** Months in a row at blue or red. */
  months: { watch: number; warning: number };
}

/** A member of the warning index has turned blue or red and stayed: n months in a row at light 1 or 5; watch 2, warning 6. */
export const memberLight: WarningRule<MemberLightOptions> = {
  id: "member-light",
  version: "1",
  kind: "light",
  title: { zh: "指标灯号转为过冷或过热", en: "An indicator's light turned blue or red" },
  message: {
    zh: "{name}{period}为{value}{unit}，灯号{light:light}，已{count:0}个月",
    en: "{name} at {value}{unit} in {period}: {light:light}, for {count:0} months",
  },
  rationale: {
    zh: "灯号界限为方案中的动态界限（近10年趋势附近的分位数或政策目标带），按当时已知数据逐年估计。月数由本产品设定：单月灯变常为错月与基数所致，连续2个月方予关注；连续6个月为预警。",
    en: "Lights follow the preset's own dated bounds (quantiles about the ten-year trend, or a band about the policy goal), estimated each year from what was known. Numbers of months set by the product: a single month's change is often calendar or base effect, so two in a row are watch, six are warning.",
  },
  reference: LEVEL_REFERENCE,
  needs: presetById("nbs-10").members.map((m) => m.indicator),
  regions: "nation",
  // A member judged by a figure made from its series (sums of twelve months) has no number in the series' own unit.
  subjects: presetById("nbs-10")
    .members.filter((m) => m.prepare === "none")
    .map((m) => ({ indicator: m.indicator, region: NATION })),
  defaults: { preset: "nbs-10", months: { watch: 2, warning: 6 } },
  evaluate(_inputs, options, context) {
    const found = lightReadingOf(options.preset, context.subject.indicator, context);
    if ("kind" in found) return found;
    const { light, bounds, period, value } = found;
    const end = light === 1 || light === 5;
    const count = end ? found.count : 0;
    const { watch, warning } = options.months;
    const hot = light >= 3;
    return {
      kind: "decided",
      severity: severityOf(count, "above", { watch: watch - 1, warning: warning - 1 }).severity,
      threshold: hot ? bounds[3] : bounds[0],
      direction: end ? (hot ? "hot" : "cold") : "none",
      subject: context.subject,
      period,
      value,
      details: { light, count, before: found.before?.light ?? light },
      evidence: [
        {
          condition: { zh: "灯号为过冷或过热", en: "light is blue or red" },
          value,
          threshold: hot ? bounds[3] : bounds[0],
          unit: "",
          met: end,
          period,
        },
        ...(["watch", "warning"] as const).map((step) => ({
          condition: {
            zh: `连续月数 ≥ ${options.months[step]}`,
            en: `months in a row ≥ ${options.months[step]}`,
          },
          value: count,
          threshold: options.months[step],
          unit: "count",
          met: count >= options.months[step],
          period,
        })),
      ],
    };
  },
};
