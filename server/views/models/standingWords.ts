import type { LostEdge } from "../../../models/forecast/lostEdge.ts";
import type { Standing } from "../../../models/forecast/standingOf.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { sayNumber, sayPeriod } from "../say.ts";
import { besideRepeating, REPEATING } from "./besideRepeating.ts";

/** How a model stands, since when and why, in a sentence with its numbers. */
export function standingWords({ state, since, because, origins, recent, window }: Standing): Words {
  const ratio = (r: number | null): string => (r === null ? "—" : sayNumber(r, 2));
  const lately = {
    zh: recent === null ? "" : `；最近${window}次为 ${ratio(recent)} 倍`,
    en: recent === null ? "" : `; over the last ${window}, ${ratio(recent)}`,
  };
  const then = ratio(because?.ratio ?? null);
  const count = because?.origins ?? 0;
  const from = since === null ? { zh: "—", en: "—" } : sayPeriod(since);
  switch (state) {
    case "good":
      return {
        zh: `自${from.zh}起通过：当时${count}次预测的误差为${REPEATING.zh}的 ${then} 倍${lately.zh}`,
        en: `In good standing since ${from.en}: over ${count} forecasts it then erred ${then} times as much as ${REPEATING.en}${lately.en}`,
      };
    case "demoted":
      return {
        zh: `${from.zh}降级：在此前${count}次预测中，误差为${REPEATING.zh}的 ${then} 倍${lately.zh}`,
        en: `Demoted on ${from.en}: over the ${count} forecasts before, it erred ${then} times as much as ${REPEATING.en}${lately.en}`,
      };
    case "lost-to-naive":
      return {
        zh: `从未通过：${origins}次预测的误差不小于${REPEATING.zh}${lately.zh}`,
        en: `Never passed: over ${origins} forecasts it erred no less than ${REPEATING.en}${lately.en}`,
      };
    case "too-few-origins":
      return {
        zh: `可比的预测只有${origins}次，少于${window}次，尚不能判断`,
        en: `Only ${origins} forecasts to compare, fewer than ${window}: no verdict yet`,
      };
  }
}

/** What is told beside a forecast when the model relied on before was demoted. */
export function demotionWords(lost: LostEdge, title: (model: string) => Words): Words {
  const { ratio, origins } = lost.standing.because!;
  const before = title(lost.model);
  const beside = besideRepeating(ratio);
  const since = sayPeriod(lost.since);
  const after = lost.successor === null ? null : title(lost.successor);
  return {
    zh: `此前采用的${before.zh}于${since.zh}降级：在此前${origins}次预测中，${beside.zh}；${after ? `改用${after.zh}。` : "目前没有模型可以接替。"}`,
    en: `${before.en}, relied on before, was demoted on ${since.en}: over the ${origins} forecasts before, ${beside.en}; ${after ? `${after.en} took its place.` : "no other model can take its place."}`,
  };
}
