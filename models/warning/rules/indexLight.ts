import { NATION } from "../../indicators/nation.ts";
import { presetById } from "../../monitor/presets.ts";
import type { Severity, WarningRule } from "../contract.ts";
import { lightReadingOf } from "../lightReading.ts";
import { LEVEL_REFERENCE } from "../references.ts";

export interface IndexLightOptions {
  preset: "nbs-10";
  /** Months in a row at either end of the scale from which the case is critical. */
  criticalMonths: number;
}

/** The subject of alerts about the composite index: a derived indicator, named after its preset. */
export const WARNING_INDEX = "warning-index.nbs-10";

/**
 * The composite warning index has left the green zone.
 *   zone 2 or 4: watch;  zone 1 or 5: warning, from six months in a row on critical
 */
export const indexLight: WarningRule<IndexLightOptions> = {
  id: "index-light",
  version: "1",
  kind: "light",
  title: { zh: "景气预警指数离开绿灯区", en: "The warning index has left the green zone" },
  message: {
    zh: "{period}宏观经济景气预警指数为{value}，处于{light:light}区，已{count:0}个月",
    en: "The early-warning index stood at {value} in {period}: {light:light}, for {count:0} months",
  },
  rationale: {
    zh: "灯区界限由所用方案给出（国家统计局十指标方案：63.33、83.33、116.67、136.67，方案页注明其来源与未证实之处）。离开绿灯区为关注，进入蓝灯或红灯区为预警；连续6个月为严重，月数由本产品设定，参照景气循环中收缩阶段至少持续5至6个月的定义。",
    en: "Zone limits are the preset's (the statistics bureau's ten-member set: 63.33, 83.33, 116.67, 136.67; the preset says what of them is unconfirmed). Leaving green is watch, blue or red is warning; six months in a row are critical, a number set by the product after the definition that a phase of a business cycle lasts at least five to six months.",
  },
  reference: LEVEL_REFERENCE,
  needs: presetById("nbs-10").members.map((m) => m.indicator),
  regions: "nation",
  subjects: [{ indicator: WARNING_INDEX, region: NATION }],
  defaults: { preset: "nbs-10", criticalMonths: 6 },
  evaluate(_inputs, options, context) {
    const found = lightReadingOf(options.preset, "index", context);
    if ("kind" in found) return found;
    const { light, count, bounds, period, value } = found;
    const end = light === 1 || light === 5;
    const away: Severity = end ? (count >= options.criticalMonths ? "critical" : "warning") : "watch";
    const hot = light >= 3;
    return {
      kind: "decided",
      severity: light === 3 ? "none" : away,
      threshold: light === 5 ? bounds[3] : light === 1 ? bounds[0] : hot ? bounds[2] : bounds[1],
      direction: light === 3 ? "none" : hot ? "hot" : "cold",
      subject: context.subject,
      period,
      value,
      details: { light, count, before: found.before?.light ?? light },
      evidence: [
        {
          condition: {
            zh: `指数在绿灯区 [${bounds[1]}, ${bounds[2]}) 之外`,
            en: `index outside the green zone [${bounds[1]}, ${bounds[2]})`,
          },
          value,
          threshold: hot ? bounds[2] : bounds[1],
          unit: "index",
          met: light !== 3,
          period,
        },
        {
          condition: { zh: "指数在蓝灯或红灯区", en: "index in the blue or red zone" },
          value,
          threshold: hot ? bounds[3] : bounds[0],
          unit: "index",
          met: end,
          period,
        },
        {
          condition: {
            zh: `同一灯区连续月数 ≥ ${options.criticalMonths}`,
            en: `months in a row in this zone ≥ ${options.criticalMonths}`,
          },
          value: count,
          threshold: options.criticalMonths,
          unit: "count",
          met: count >= options.criticalMonths,
          period,
        },
      ],
    };
  },
};
