import { NATION } from "../../indicators/nation.ts";
import { BOOK_READS, WINDOW } from "../china/eventBook.ts";
import type { RiskAnalysis } from "../china/riskAnalysis.ts";
import type { Evidence, WarningRule } from "../contract.ts";
import {
  probabilityRecordEvidence,
  provenSince,
  sinceWords,
  wholeFrequency,
} from "../probabilityRecordEvidence.ts";
import { isUndecided, readingOf, undecided } from "../reading.ts";
import { SIGNALS_REFERENCE } from "../references.ts";
import { dayOf, probabilitySeverity, staleTold } from "../toldProbability.ts";

export interface ModelRiskOptions {
  /** Probabilities in percent from which a signal is more than watch. */
  probability: { warning: number; critical: number };
}

/**
 * The composite gives so high a probability that one of the risk events begins within a year that even the lower end of its band lies
 * above the level that parted the past best.
 *   watch: composite proven and lower end > level;  warning p > 75 %, critical p > 90 %
 */
export const modelRisk: WarningRule<ModelRiskOptions> = {
  id: "model-risk",
  version: "1",
  kind: "probability",
  title: { zh: "综合风险偏高", en: "Composite risk is high" },
  message: {
    zh: "{window:0}个月内至少出现一种风险事件的可能为{p:percent}%（区间{low:0}%至{high:0}%），高于警戒水平{cutoff:0}%；其中“{mostZh}”最大；判断用的数据截至{month:period}",
    en: "At least one risk event has {p:percent} % odds of beginning within {window:0} months (band {low:0} to {high:0} %), above the level of {cutoff:0} %; most of it is “{mostEn}”; figures up to {month:period}",
  },
  rationale: {
    zh: "事件为增长下滑、工业品通缩、物价过热、出口下滑；已在发生的不计。警戒水平每年四月由此前已结清的月份选定，区间下限高于它才报警；75%为预警、90%为严重，由本产品设定，因为一年内至少出现一种事件的历史频率已近六成，低于此的概率不足以单独提醒。2011年以来按当时所知逐月计算，事件前的月份与平静月份两两相比，约四分之三排序正确。2016年6月、2018年4月、2019年5月至9月、2022年3月至12月、2023年4月至6月报出后一年内都有事件开始；2017年初、2020年7月至9月、2023年7月至8月报出而未应验；2024年3月起一直报出，到2025年4月没有事件开始。2020年2月至4月报出时疫情已经发生，不是它预告的。",
    en: "Events are growth slump, deflation of producer prices, overheating and export slump; those that are on do not count. The level is chosen each April on the months settled by then, and even the lower end of the band must exceed it. Warning at 75 %, critical at 90 %, set by the product: some event began within a year of nearly six months in ten, so that less is no news by itself. Told month by month since 2011 on what was then known, it put about three of four pairs of a month before an event and a calm one in order. Events began within a year after it spoke in June 2016, April 2018, from May to September 2019, from March to December 2022 and from April to June 2023; nothing came after early 2017, July to September 2020 and July to August 2023; it has spoken since March 2024 and by April 2025 nothing had begun. When it spoke from February to April 2020 the epidemic was already there: that was none of its announcing.",
  },
  reference: SIGNALS_REFERENCE,
  needs: ["gdp.yoy", ...BOOK_READS],
  regions: "nation",
  subjects: [{ indicator: "gdp.yoy", region: NATION }],
  defaults: { probability: { warning: 75, critical: 90 } },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, context.subject.indicator, context);
    if (isUndecided(found)) return found;
    const told = context.analysis?.("risk", "composite") as RiskAnalysis | null | undefined;
    const last = (told?.months.length ?? 0) - 1;
    if (!told || last < 0)
      return undecided("missing-input", {
        zh: `截至${context.asOf}，还没有综合风险`,
        en: `as of ${context.asOf} no composite risk has been made`,
      });
    const month = told.months[last]!;
    const stale = staleTold(month, context.asOf);
    if (stale) return stale;
    const p = told.composite.value[last] ?? null;
    const low = told.composite.lower[last] ?? null;
    const high = told.composite.upper[last] ?? null;
    if (p === null || low === null || high === null)
      return undecided("too-short", {
        zh: `${month}没有综合风险：各事件都已在发生，或已结清的历史不足`,
        en: `no composite risk in ${month}: all events are on, or too little of the past was settled`,
      });
    const from = { kind: "analysis", id: "risk", vintage: dayOf(told, context.asOf) } as const;
    const shares = told.contributions.map((c) => ({ ...c, now: c.points[last] ?? 0 }));
    const most = shares.reduce((a, b) => (b.now > a.now ? b : a));
    return {
      kind: "decided",
      severity: told.cutoff === null ? "none" : probabilitySeverity(p, low, told.cutoff, options.probability),
      direction: most.event === "overheating" ? "hot" : "cold",
      subject: context.subject,
      period: found.period,
      value: found.value,
      threshold: null,
      details: {
        window: WINDOW,
        month,
        p: p / 100,
        low,
        high,
        ...(told.cutoff === null ? {} : { cutoff: told.cutoff }),
        mostZh: most.title.zh,
        mostEn: most.title.en,
      },
      evidence: [
        ...standing(told, low).map((e) => ({ ...e, from })),
        ...probabilityRecordEvidence(
          {
            months: told.months,
            path: told.composite,
            naive: wholeFrequency(told.outcomes, told.composite.value),
            naiveIs: {
              zh: "始终报整个检验期的频率（事后才知）",
              en: "always telling the frequency of the whole record, known only afterwards",
            },
            outcomes: told.outcomes,
            window: WINDOW,
          },
          from,
        ),
        ...shares.map((s) => ({ ...shareOf(s, month), from })),
      ],
    };
  },
};

function standing(told: RiskAnalysis, low: number): Evidence[] {
  const period = told.months.at(-1)!;
  const since = sinceWords(provenSince(told.months, told.provenThen));
  return [
    {
      condition: {
        zh: "综合概率的区间下限 > 此前最能区分的水平",
        en: "lower end of the composite > the level that parted the past best",
      },
      value: low,
      threshold: told.cutoff,
      unit: "percent",
      met: told.cutoff !== null && low > told.cutoff,
      period,
    },
    {
      condition: {
        zh: `历史检验通过${since.zh}：${told.record.months}个已有结果的月份中，区分能力 > 0.5（0.5等于猜）且非偶然`,
        en: `the past supports it${since.en}: over ${told.record.months} settled months, tells them apart at > 0.5 (0.5 is guessing) and not by chance`,
      },
      value: told.record.auroc,
      threshold: 0.5,
      unit: "",
      met: told.provenThen.at(-1) === true,
      period,
    },
  ];
}

const shareOf = (
  share: {
    title: { zh: string; en: string };
    now: number;
    points: readonly (number | null)[];
    proven: readonly boolean[];
  },
  period: string,
): Evidence => ({
  condition:
    share.proven.at(-1) === true
      ? { zh: `其中“${share.title.zh}”`, en: `of it “${share.title.en}”` }
      : {
          zh: `其中“${share.title.zh}”（单独的概率未获历史记录支持，仅供研究）`,
          en: `of it “${share.title.en}” (no record supports its own probability: for research only)`,
        },
  value: share.points.at(-1) ?? null,
  threshold: null,
  unit: "percentage-point",
  met: share.now > 0,
  period,
});
