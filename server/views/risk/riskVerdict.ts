import type { Words } from "../../../models/indicators/indicator.ts";
import type { EventAnalysis } from "../../../models/warning/china/eventAnalysis.ts";
import { sayNumber } from "../say.ts";

/** Onsets below which a good record is said to rest on little. */
const FEW = 5;

/**
 * What the past record says of an event's probability, plainly: what it caught and how often it cried wolf, or that it did
 * no better than guessing, or that the event began too seldom to tell.
 */
export function riskVerdict({ record, proven }: Pick<EventAnalysis, "record" | "proven">): Words {
  const { auroc, permutationP: p, caught, onsets, lead, falseAlarmsPerYear: wolf } = record;
  if (auroc === null || p === null)
    return {
      zh: "过去发生的次数太少，无法检验这一概率是否可信，仅供研究。",
      en: "It has begun too seldom for this probability to be put to the test; for research only.",
    };
  const area = sayNumber(auroc, 2);
  const odds = sayNumber(100 * p, 0);
  if (!proven)
    return {
      zh: `过去的记录不支持据此预判：区分能力 ${area}（0.5 等于猜），毫无信息的信号也有 ${odds}% 的机会做到，仅供研究。`,
      en: `The past record does not support it: it tells months apart at ${area} (0.5 is guessing), and a signal that knows nothing would do so ${odds}% of the time; for research only.`,
    };
  const few =
    onsets < FEW ? { zh: "；次数少，宜慎用", en: "; so few that it wants care" } : { zh: "", en: "" };
  const early = lead === null ? null : sayNumber(lead, 0);
  return {
    zh: `过去的记录支持这一概率：${onsets} 次发生前有 ${caught} 次提前发出信号${early ? `，平均提前 ${early} 个月` : ""}${
      wolf === null ? "" : `，误报每年 ${sayNumber(wolf, 1)} 次`
    }${few.zh}。`,
    en: `The past record supports it: ${caught} of ${onsets} onsets were signalled before${early ? `, ${early} months ahead on average` : ""}${
      wolf === null ? "" : `, with ${sayNumber(wolf, 1)} false alarms a year`
    }${few.en}.`,
  };
}
