import type { EventResult } from "./china/riskResult.ts";
import type { Evidence } from "./contract.ts";
import { periodWords } from "./periodWords.ts";

/** Past months that looked like today, and whether the event came after them. */
export function episodeEvidence(told: Pick<EventResult, "episodes" | "window">): Evidence[] {
  return told.episodes.map((e) => {
    const month = periodWords(e.period);
    const alike = Math.round(100 * e.similarity);
    return {
      condition: {
        zh: `与${month.zh}相似（相似度${alike}%）：此后${told.window}个月内${e.event === null ? "尚无结果" : e.event ? "事件开始" : "事件没有开始"}`,
        en: `like ${month.en} (similarity ${alike} %): within ${told.window} months ${e.event === null ? "still open" : e.event ? "the event began" : "it did not begin"}`,
      },
      value: null,
      threshold: null,
      unit: "",
      met: e.event === true,
      period: e.period,
    };
  });
}
