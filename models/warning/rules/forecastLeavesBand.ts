import { errorFunction } from "simple-statistics";
import { NATION } from "../../indicators/nation.ts";
import { nextPeriod } from "../../series/period.ts";
import type { WarningRule } from "../contract.ts";
import { forecastRecordEvidence } from "../forecastRecordEvidence.ts";
import { isUndecided, readingOf, undecided } from "../reading.ts";
import { SIGNALS_REFERENCE } from "../references.ts";
import { type Steps, severityOf } from "../severityOf.ts";

export interface ForecastBandOptions {
  /** Months ahead. */
  horizon: number;
  /** The band each indicator should stay in; an end that nobody minds is left out. */
  bands: Readonly<Record<string, { low?: number; high?: number }>>;
  probability: Steps;
}

/**
 * The best proven model gives high odds that an indicator now inside its band will have left it in h months.
 *   p = Φ((low − μ)/σ) + 1 − Φ((high − μ)/σ)      μ, σ: mean and standard deviation of the forecast for T+h
 * Only models that beat naive on data as known at each origin are asked. Once the figure itself is outside,
 * the level rules speak and this one is silent.
 */
export const forecastLeavesBand: WarningRule<ForecastBandOptions> = {
  id: "forecast-leaves-band",
  version: "1",
  kind: "probability",
  title: { zh: "预测将离开正常区间", en: "Forecast to leave the normal band" },
  message: {
    hot: {
      zh: "{name}有{p:percent}%的可能在{target:period}高于{threshold}{unit}（预测均值{value}{unit}，当前{now}{unit}）",
      en: "{name}: {p:percent} % odds of being above {threshold}{unit} in {target:period} (mean forecast {value}{unit}, now {now}{unit})",
    },
    cold: {
      zh: "{name}有{p:percent}%的可能在{target:period}低于{threshold}{unit}（预测均值{value}{unit}，当前{now}{unit}）",
      en: "{name}: {p:percent} % odds of being below {threshold}{unit} in {target:period} (mean forecast {value}{unit}, now {now}{unit})",
    },
  },
  rationale: {
    zh: "区间由本产品设定，与各水平规则的首个警限一致：居民消费价格0至3（近年目标）、工业生产者出厂价格−2至6、制造业采购经理指数50以上。概率60%为关注，75%为预警，90%为严重：低于60%时与抛硬币难以区分，不足以提前通知。",
    en: "Bands set by the product, at the first step of the level rules: consumer prices 0 to 3 (the goal of recent years), producer prices −2 to 6, the manufacturing PMI 50 and above. Odds of 60 % are watch, 75 % warning, 90 % critical: below 60 % they hardly differ from a coin and give no reason to speak early.",
  },
  reference: SIGNALS_REFERENCE,
  needs: ["cpi.yoy", "ppi.yoy", "pmi.manufacturing"],
  regions: "nation",
  subjects: ["cpi.yoy", "ppi.yoy", "pmi.manufacturing"].map((indicator) => ({ indicator, region: NATION })),
  defaults: {
    horizon: 3,
    bands: {
      "cpi.yoy": { low: 0, high: 3 },
      "ppi.yoy": { low: -2, high: 6 },
      "pmi.manufacturing": { low: 50 },
    },
    probability: { watch: 0.6, warning: 0.75, critical: 0.9 },
  },
  evaluate(inputs, options, context) {
    const { indicator, region } = context.subject;
    const found = readingOf(inputs, indicator, context);
    if (isUndecided(found)) return found;
    const target = nextPeriod(found.period, found.series.frequency, options.horizon);
    const forecast = context.forecast(indicator, region);
    const at = forecast ? forecast.periods.indexOf(target) : -1;
    const mean = forecast?.mean[at];
    const sd = forecast?.sd[at];
    if (mean === undefined || sd === undefined) {
      return undecided("missing-input", {
        zh: `截至${context.asOf}，没有优于简单方法的模型给出${indicator}对${target}的预测`,
        en: `as of ${context.asOf} no model that beats naive has a forecast of ${indicator} for ${target}`,
      });
    }
    const { low, high } = options.bands[indicator] ?? {};
    const pLow = low === undefined ? 0 : normalCdf((low - mean) / sd);
    const pHigh = high === undefined ? 0 : 1 - normalCdf((high - mean) / sd);
    const hot = pHigh > pLow;
    const inside = found.value >= (low ?? found.value) && found.value <= (high ?? found.value);
    const p = hot ? pHigh : pLow;
    const bound = (hot ? high : low) ?? null;
    return {
      kind: "decided",
      severity: inside ? severityOf(p, "above", options.probability).severity : "none",
      threshold: bound,
      direction: hot ? "hot" : "cold",
      subject: context.subject,
      period: found.period,
      value: mean,
      details: { p, now: found.value, target, sd, model: forecast!.model },
      evidence: [
        {
          condition: { zh: "当前值在区间之内", en: "the figure now lies inside the band" },
          value: found.value,
          threshold: bound,
          unit: found.series.unit,
          met: inside,
          period: found.period,
          from: { kind: "indicator", id: indicator, vintage: found.series.vintages[found.index] ?? null },
        },
        {
          condition: {
            zh: `${options.horizon}个月后越界的概率 > ${options.probability.watch * 100}%`,
            en: `odds of being outside in ${options.horizon} months > ${options.probability.watch * 100} %`,
          },
          value: p * 100,
          threshold: options.probability.watch * 100,
          unit: "percent",
          met: p > options.probability.watch,
          period: target,
          from: { kind: "model", id: forecast!.model, vintage: forecast!.asOf },
        },
        {
          condition: {
            zh: "预测均值越过区间的界限",
            en: "the mean forecast lies beyond the bound of the band",
          },
          value: mean,
          threshold: bound,
          unit: found.series.unit,
          met: bound !== null && (hot ? mean > bound : mean < bound),
          period: target,
          from: { kind: "model", id: forecast!.model, vintage: forecast!.asOf },
        },
        ...forecastRecordEvidence(forecast!.record, context.asOf),
      ],
    };
  },
};

/** Φ(z) = ½ (1 + erf(z/√2)) */
function normalCdf(z: number): number {
  return (1 + errorFunction(z / Math.SQRT2)) / 2;
}
