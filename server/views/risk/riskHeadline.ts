import type { Words } from "../../../models/indicators/indicator.ts";
import type { Headline, RiskEvent, ToldProbability } from "../../routers/views.ts";
import { sayPeriod } from "../say.ts";
import { MOST_NAMED, namesOf, pct, withBand } from "./riskSay.ts";

type Claims = Headline["claims"];

/**
 * The sentence at the top: what is on, and how likely another event begins, if the past record of that probability supports it;
 * if not, that it does not.
 */
export function riskHeadline(
  composite: { latest: ToldProbability | null; cutoff: number | null; proven: boolean } | null,
  events: readonly RiskEvent[],
): Headline {
  const on = events.filter((e) => e.state.on === true);
  const known = events.filter((e) => e.state.on !== null);
  const claims: Claims = [
    { kind: "events-known", value: known.length },
    { kind: "events-on", value: on.length },
    ...on.slice(0, MOST_NAMED).map((e) => ({ kind: `event-on:${e.id}`, months: e.state.months })),
  ];
  if (known.length === 0)
    return {
      text: {
        zh: "这一天所知太少，还无法判断各类风险事件",
        en: "Too little was known on this day to judge any risk event",
      },
      claims,
    };
  const now = nowWords(on, known.length);
  const latest = composite?.latest ?? null;
  if (latest === null || composite === null)
    return {
      text: {
        zh: `${now.zh}；所知太少，无法估计新发生的概率`,
        en: `${now.en}; too little is known to tell how likely another is`,
      },
      claims,
    };
  if (!composite.proven) {
    claims.push({ kind: "composite-unproven" });
    return {
      text: {
        zh: `${now.zh}；过去的记录不支持用模型预判新的事件`,
        en: `${now.en}; the past record does not support foreseeing another by model`,
      },
      claims,
    };
  }
  const window = Math.max(...events.map((e) => e.window));
  claims.push({ kind: "composite-proven" }, { kind: "composite", value: latest.value });
  const against = cutoffWords(latest, composite.cutoff, claims);
  const p = withBand(latest);
  return {
    text: {
      zh: `${now.zh}；未来 ${window} 个月新发生风险事件的概率 ${p.zh}${against.zh}`,
      en: `${now.en}; chance of another within ${window} months ${p.en}${against.en}`,
    },
    claims,
  };
}

function nowWords(on: readonly RiskEvent[], known: number): Words {
  const [only] = on;
  if (only === undefined)
    return {
      zh: `所监测的 ${known} 类事件目前均未发生`,
      en: `None of the ${known} watched events is under way`,
    };
  const names = namesOf(on);
  if (on.length > 1) return { zh: `${names.zh}正在发生`, en: `Under way: ${names.en}` };
  const since = sayPeriod(only.state.since!);
  return {
    zh: `${only.title.zh}自${since.zh}起已持续 ${only.state.months} 个月`,
    en: `${only.title.en} under way since ${since.en} (${only.state.months} month${only.state.months === 1 ? "" : "s"})`,
  };
}

function cutoffWords(latest: ToldProbability, cutoff: number | null, claims: Claims): Words {
  if (cutoff === null) return { zh: "", en: "" };
  const above = latest.value > cutoff;
  claims.push({ kind: above ? "above-cutoff" : "below-cutoff", value: cutoff });
  return above
    ? { zh: `，高于警戒线 ${pct(cutoff)}%`, en: `, above the alarm line of ${pct(cutoff)}%` }
    : { zh: `，未过警戒线 ${pct(cutoff)}%`, en: `, not above the alarm line of ${pct(cutoff)}%` };
}
