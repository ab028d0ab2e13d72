import { NATION } from "../../indicators/nation.ts";
import { candidateEvidence } from "../candidateEvidence.ts";
import type { EventAnalysis } from "../china/eventAnalysis.ts";
import { BOOK_READS } from "../china/eventBook.ts";
import { eventOutcomes } from "../china/eventOutcomes.ts";
import type { EventRule } from "../china/eventRule.ts";
import { EVENT_RULES } from "../china/eventRules.ts";
import type { Evidence, WarningRule } from "../contract.ts";
import { episodeEvidence } from "../episodeEvidence.ts";
import { probabilityRecordEvidence, provenSince, sinceWords } from "../probabilityRecordEvidence.ts";
import { isUndecided, readingOf, undecided } from "../reading.ts";
import { SIGNALS_REFERENCE } from "../references.ts";
import { dayOf, probabilitySeverity, staleTold } from "../toldProbability.ts";

export interface EventProbabilityOptions {
  /** Probabilities in percent from which a signal is more than watch. */
  probability: { warning: number; critical: number };
}

/**
 * A proven model gives an event not yet on so high a probability of beginning within its window that even the lower end of the band
 * lies above the frequency of the past.
 *   watch: proven and lower end > frequency;  warning p > 60 %, critical p > 80 %
 * While the event is on the level rules speak and this one is silent; without a proven record it is silent too, and says so.
 */
export const eventProbability: WarningRule<EventProbabilityOptions> = {
  id: "event-probability",
  version: "1",
  kind: "probability",
  title: { zh: "风险事件临近", en: "A risk event draws near" },
  message: {
    zh: "“{eventZh}”在{window:0}个月内开始的可能为{p:percent}%（区间{low:0}%至{high:0}%），高于历史频率{cutoff:0}%；判断用的数据截至{month:period}",
    en: "“{eventEn}” has {p:percent} % odds of beginning within {window:0} months (band {low:0} to {high:0} %), above the past frequency of {cutoff:0} %; figures up to {month:period}",
  },
  rationale: {
    zh: "警戒水平取当时已知的历史频率，是漏报与误报同等看重时的最优界限，由本产品设定；区间下限也须高于它，且模型每年四月在当时已结清的月份上排序优于随机（偶然达到的可能不超过10%）。60%为预警、80%为严重，由本产品设定。按当时所知逐月重演2012年至2025年5月：工业品通缩在2019年5月至9月、2022年4月至12月报出，都在其后开始，2020年3月至4月随疫情报出；增长下滑在2019年7月至2020年2月报出，所见是此前的放缓而不是疫情，此后未再通过检验；出口下滑在2025年1月至4月报出，尚无结果；物价过热从未通过检验，从未报出。",
    en: "The level is the frequency of the past as known at the time, the best cut-off where missed events and false alarms weigh alike; set by the product, as are the demands that the lower end of the band exceed it and that the model, judged each April, order the months settled by then better than chance (odds of at most 10 %). Warning at 60 %, critical at 80 %. Told again month by month from 2012 to May 2025 on what was then known, it spoke of producer-price deflation from May to September 2019 and from April to December 2022, each before it began, and in March and April 2020 with the epidemic; of a growth slump from July 2019 to February 2020, seeing the slowdown before the epidemic and not the epidemic, and never passed again; of an export slump from January to April 2025, still open. Overheating never passed and was never told.",
  },
  reference: SIGNALS_REFERENCE,
  needs: BOOK_READS,
  regions: "nation",
  subjects: EVENT_RULES.map((r) => ({ indicator: r.indicator, region: NATION })),
  defaults: { probability: { warning: 60, critical: 80 } },
  evaluate(inputs, options, context) {
    const found = readingOf(inputs, context.subject.indicator, context);
    if (isUndecided(found)) return found;
    const event = EVENT_RULES.find((r) => r.indicator === context.subject.indicator)!;
    const told = context.analysis?.("event", event.id) as EventAnalysis | null | undefined;
    const last = (told?.months.length ?? 0) - 1;
    if (!told || last < 0)
      return undecided("missing-input", {
        zh: `截至${context.asOf}，还没有“${event.title.zh}”的概率`,
        en: `as of ${context.asOf} no probability of “${event.title.en}” has been made`,
      });
    const month = told.months[last]!;
    const stale = staleTold(month, context.asOf);
    if (stale) return stale;
    const on = told.states[last] === true;
    const p = told.joined.value[last] ?? null;
    const low = told.joined.lower[last] ?? null;
    const high = told.joined.upper[last] ?? null;
    const cutoff = told.cutoffs[last] ?? null;
    if (!on && (p === null || low === null || high === null || cutoff === null))
      return undecided("too-short", {
        zh: `到${month}，已结清的历史还不足以估计“${event.title.zh}”的概率`,
        en: `by ${month} too little of the past was settled to estimate the probability of “${event.title.en}”`,
      });
    const proven = told.provenThen[last] === true;
    const from = { kind: "analysis", id: "event", vintage: dayOf(told, context.asOf) } as const;
    const named = { eventZh: event.title.zh, eventEn: event.title.en, window: told.window, month };
    return {
      kind: "decided",
      severity: on || !proven ? "none" : probabilitySeverity(p!, low!, cutoff!, options.probability),
      direction: event.side === "below" ? "cold" : "hot",
      subject: context.subject,
      period: found.period,
      value: found.value,
      threshold: null,
      details: on ? named : { ...named, p: p! / 100, low: low!, high: high!, cutoff: cutoff! },
      evidence: [
        ...standing(event, told, { on, low, cutoff, proven }).map((e) => ({ ...e, from })),
        ...probabilityRecordEvidence(
          {
            months: told.months,
            path: told.joined,
            naive: told.cutoffs,
            naiveIs: { zh: "只报当时已知的历史频率", en: "telling the past frequency then known" },
            outcomes: eventOutcomes(told.states, told.window),
            window: told.window,
          },
          from,
        ),
        ...candidateEvidence(told, from.vintage),
        ...episodeEvidence(told).map((e) => ({ ...e, from })),
      ],
    };
  },
};

function standing(
  event: EventRule,
  told: EventAnalysis,
  is: { on: boolean; low: number | null; cutoff: number | null; proven: boolean },
): Evidence[] {
  const period = told.months.at(-1)!;
  const { auroc, falseAlarmsPerYear, caught, onsets, lead } = told.record;
  const round = (v: number | null): string => (v === null ? "—" : v.toFixed(1));
  const since = sinceWords(provenSince(told.months, told.provenThen));
  return [
    {
      condition: {
        zh: `“${event.title.zh}”尚未发生（${event.definition.zh}）`,
        en: `“${event.title.en}” is not on (${event.definition.en})`,
      },
      value: null,
      threshold: null,
      unit: "",
      met: !is.on,
      period,
    },
    {
      condition: {
        zh: `${told.window}个月内开始的概率，其区间下限 > 当时已知的历史频率`,
        en: `lower end of the odds of beginning within ${told.window} months > the past frequency then known`,
      },
      value: is.low,
      threshold: is.cutoff,
      unit: "percent",
      met: is.low !== null && is.cutoff !== null && is.low > is.cutoff,
      period,
    },
    {
      condition: {
        zh: `历史检验通过${since.zh}：区分能力 > 0.5（0.5等于猜）且非偶然；${onsets}次事件中提前预告${caught}次，平均提前${round(lead)}个月，每年误报${round(falseAlarmsPerYear)}次`,
        en: `the past supports it${since.en}: tells months apart at > 0.5 (0.5 is guessing) and not by chance; ${caught} of ${onsets} events announced, ${round(lead)} months ahead on average, ${round(falseAlarmsPerYear)} false alarms a year`,
      },
      value: auroc,
      threshold: 0.5,
      unit: "",
      met: is.proven,
      period,
    },
  ];
}
