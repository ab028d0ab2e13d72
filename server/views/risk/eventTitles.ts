import type { Headline, RiskCandidate, RiskEvent, RiskEventView } from "../../routers/views.ts";
import { sayPeriod } from "../say.ts";
import { MOST_NAMED, withBand } from "./riskSay.ts";

/** Title of one event's page. */
export function eventHeadline(event: RiskEvent): Headline {
  const { title, state, probability: p, window } = event;
  if (state.on === true) {
    const since = sayPeriod(state.since!);
    return {
      text: {
        zh: `${title.zh}：正在发生，自${since.zh}起已持续 ${state.months} 个月`,
        en: `${title.en}: under way since ${since.en}, ${state.months} month${state.months === 1 ? "" : "s"}`,
      },
      claims: [{ kind: `event-on:${event.id}`, months: state.months }],
    };
  }
  if (event.withheld)
    return {
      text: {
        zh: `${title.zh}：${state.on === null ? "是否正在发生尚不可知" : "目前未发生"}；过去的记录不支持用模型预判`,
        en: `${title.en}: ${state.on === null ? "whether it is on is not known" : "not under way"}; the past record does not support foreseeing it by model`,
      },
      claims: [
        ...(state.on === null ? [] : [{ kind: `event-off:${event.id}` }]),
        { kind: `event-unproven:${event.id}` },
      ],
    };
  if (p === null)
    return {
      text: {
        zh: `${title.zh}：所知太少，无法估计概率`,
        en: `${title.en}: too little is known for a probability`,
      },
      claims: [],
    };
  const told = withBand(p);
  return {
    text: {
      zh: `${title.zh}：未来 ${window} 个月发生的概率 ${told.zh}${event.proven ? "" : "，过去的记录不支持"}`,
      en: `${title.en}: chance within ${window} months ${told.en}${event.proven ? "" : "; not supported by the past record"}`,
    },
    claims: [
      { kind: `event-probability:${event.id}`, value: p.value },
      { kind: event.proven ? `event-proven:${event.id}` : `event-unproven:${event.id}` },
    ],
  };
}

/** Title of the candidates: how many of those judged have crossed their threshold. */
export function candidatesTitle(candidates: readonly RiskCandidate[]): Headline {
  const judged = candidates.filter((c) => c.signalling !== null);
  const crossed = judged.filter((c) => c.signalling === true);
  const names = crossed.slice(0, MOST_NAMED);
  return {
    text: {
      zh:
        crossed.length === 0
          ? `${judged.length} 个先行信号均未越过门槛`
          : `${judged.length} 个先行信号中 ${crossed.length} 个越过门槛：${names.map((c) => c.short.zh).join("、")}${crossed.length > names.length ? "等" : ""}`,
      en:
        crossed.length === 0
          ? `None of ${judged.length} leading signals has crossed its threshold`
          : `${crossed.length} of ${judged.length} leading signals past the threshold: ${names.map((c) => c.short.en).join(", ")}${crossed.length > names.length ? ", …" : ""}`,
    },
    claims: [
      { kind: "candidates-judged", value: judged.length },
      { kind: "candidates-crossed", value: crossed.length },
    ],
  };
}

/** Title of the models' record: how many tell calm months from those before an event better than chance does. */
export function modelsTitle(models: RiskEventView["models"]): Headline {
  const judged = models.filter((m) => m.permutationP !== null && m.auroc !== null);
  const better = judged.filter((m) => m.auroc! > 0.5 && m.permutationP! <= 0.1);
  return {
    text: {
      zh:
        judged.length === 0
          ? "过去发生的次数太少，模型无从检验"
          : `${judged.length} 个模型中 ${better.length} 个胜过随机猜测`,
      en:
        judged.length === 0
          ? "Too few onsets to put the models to the test"
          : `${better.length} of ${judged.length} models did better than guessing`,
    },
    claims: [
      { kind: "models-judged", value: judged.length },
      { kind: "models-better", value: better.length },
    ],
  };
}

/** Title of the similar episodes: after how many of them the event came. */
export function episodesTitle(episodes: RiskEventView["episodes"], window: number): Headline {
  const settled = episodes.filter((e) => e.event !== null);
  const came = settled.filter((e) => e.event === true).length;
  return {
    text: {
      zh:
        settled.length === 0
          ? "没有可比的历史时期"
          : came === 0
            ? `与当前最相似的 ${settled.length} 个时期，其后 ${window} 个月内均未发生该事件`
            : `与当前最相似的 ${settled.length} 个时期中，${came} 个在其后 ${window} 个月内发生了该事件`,
      en:
        settled.length === 0
          ? "No past months to compare with"
          : `Of the ${settled.length} most similar past months, ${came} ${came === 1 ? "was" : "were"} followed by the event within ${window} months`,
    },
    claims: [
      { kind: "episodes-settled", value: settled.length },
      { kind: "episodes-followed", value: came },
    ],
  };
}
