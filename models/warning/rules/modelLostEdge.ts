import { STANDING_RULE } from "../../evaluation/standing.ts";
import type { Citation } from "../../forecast/contract.ts";
import { FORECAST_TARGETS } from "../../forecast/targets.ts";
import { NATION } from "../../indicators/nation.ts";
import { addDays } from "../../series/date.ts";
import type { WarningRule } from "../contract.ts";
import { forecastRecordEvidence } from "../forecastRecordEvidence.ts";
import { isUndecided, readingOf } from "../reading.ts";

export interface ModelLostEdgeOptions {
  /** Days for which a demotion stays news. */
  days: number;
}

const REFERENCE: Citation = {
  text: "Giacomini & Rossi, Detecting and predicting forecast breakdowns, Review of Economic Studies 76, 2009",
  where: "§2: a forecast that stops performing as it did",
};

/**
 * The model that a figure's forecast came from was demoted by rule (`models/forecast/standingOf.ts`): watch while another
 * model takes its place, warning where none is in good standing and no forecast is shown.
 */
export const modelLostEdge: WarningRule<ModelLostEdgeOptions> = {
  id: "model-lost-edge",
  version: "1",
  kind: "quality",
  title: { zh: "预测模型失去优势", en: "A forecast model lost its edge" },
  message: {
    zh: "{name}此前采用的模型“{model:model}”已于{since:period}降级：在此前{count:0}次预测中，误差为直接沿用上期或上年同期数值的{ratio:2}倍",
    en: "{name}: the model relied on, {model:model}, was demoted on {since:period}: over the {count:0} forecasts before, it erred {ratio:2} times as much as repeating the last figure or the one a year before",
  },
  rationale: {
    zh: "降级标准由本产品设定：最近24个月（季度为12个季度）的均方根误差超过朴素预测（直接沿用上期或上年同期数值，取较准的一种）的1.05倍，或全部检验不再胜过朴素预测，即降级；回到0.95倍以内且至少过半年（三个季度）方可恢复。两个界限之间不动，以免反复。降级后六个月内提示；有其他模型接替为关注，没有则为预警，此时不给出预测。",
    en: "The rule of demotion is set by the product: a model whose RMSE over the last 24 months (12 quarters) is more than 1.05 times naive's (the last figure or the one a year before, whichever is nearer), or that over all its forecasts no longer beats naive, is demoted; it comes back once the ratio is 0.95 or less, half a year (three quarters) later at the earliest. Between the two nothing moves. The demotion stays news for six months; watch while another model takes its place, warning where none does, for then no forecast is shown.",
  },
  reference: REFERENCE,
  needs: FORECAST_TARGETS,
  regions: "nation",
  subjects: FORECAST_TARGETS.map((indicator) => ({ indicator, region: NATION })),
  defaults: { days: 183 },
  evaluate(inputs, options, context) {
    const { indicator, region } = context.subject;
    const found = readingOf(inputs, indicator, context);
    if (isUndecided(found)) return found;
    const lost = context.lostEdge(indicator, region, addDays(context.asOf, -options.days));
    const { period, value } = found;
    const about = { kind: "decided", direction: "none", subject: context.subject, period, value } as const;
    const because = lost?.standing.because;
    if (!lost || !because)
      return { ...about, severity: "none", threshold: null, details: {}, evidence: [HELD] };
    const recent = because.origins === lost.standing.window;
    return {
      ...about,
      severity: lost.successor === null ? "warning" : "watch",
      threshold: null,
      details: {
        model: lost.model,
        since: lost.since,
        count: because.origins,
        ratio: because.ratio,
        successor: lost.successor ?? "",
      },
      evidence: [
        {
          condition: {
            zh: recent
              ? `降级时最近${because.origins}次预测的均方根误差与朴素预测之比 > ${STANDING_RULE.lose}`
              : `降级时全部${because.origins}次预测的均方根误差与朴素预测之比 ≥ 1`,
            en: recent
              ? `RMSE over naive's on the last ${because.origins} forecasts at the demotion > ${STANDING_RULE.lose}`
              : `RMSE over naive's on all ${because.origins} forecasts at the demotion ≥ 1`,
          },
          value: because.ratio,
          threshold: recent ? STANDING_RULE.lose : 1,
          unit: "times",
          met: true,
          period: null,
          from: { kind: "model", id: lost.model, vintage: lost.since },
        },
        {
          condition: {
            zh: "没有其他模型可以接替，因此不给出预测",
            en: "no other model can take its place, so no forecast is shown",
          },
          value: null,
          threshold: null,
          unit: "",
          met: lost.successor === null,
          period: null,
        },
        ...(lost.record ? forecastRecordEvidence(lost.record, context.asOf) : []),
        ...(lost.successorRecord ? forecastRecordEvidence(lost.successorRecord, context.asOf) : []),
      ],
    };
  },
};

const HELD = {
  condition: {
    zh: "近期没有采用中的模型被降级",
    en: "no model relied on was demoted lately",
  },
  value: null,
  threshold: null,
  unit: "",
  met: false,
  period: null,
} as const;
