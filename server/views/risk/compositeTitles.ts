import type { Words } from "../../../models/indicators/indicator.ts";
import type { RiskResult } from "../../../models/warning/china/riskResult.ts";
import type { Headline, ToldProbability } from "../../routers/views.ts";
import { sayPeriod } from "../say.ts";
import { inside, pct } from "./riskSay.ts";

type Claims = Headline["claims"];

/** A change or a part that rounds to nothing is none. */
const STILL = 0.5;

/** Title of the composite's card: level and change against the month before. */
export function compositeTitle(latest: ToldProbability | null): Headline {
  if (latest === null)
    return {
      text: { zh: "综合风险：当月无法估计", en: "Composite risk: not told this month" },
      claims: [],
    };
  const claims: Claims = [{ kind: "composite", value: latest.value }];
  const moved = movedWords(latest.change, claims);
  const month = sayPeriod(latest.month);
  return {
    text: {
      zh: `${month.zh}综合风险 ${pct(latest.value)}%${moved.zh}`,
      en: `Composite risk ${pct(latest.value)}% in ${month.en}${moved.en}`,
    },
    claims,
  };
}

function movedWords(change: number | null, claims: Claims): Words {
  if (change === null) return { zh: "", en: "" };
  claims.push({ kind: "composite-change", value: change });
  if (Math.abs(change) < STILL) return { zh: "，与上月基本持平", en: ", little changed" };
  const by = pct(Math.abs(change));
  return change > 0
    ? { zh: `，较上月上升 ${by} 个百分点`, en: `, up ${by} pp on the month before` }
    : { zh: `，较上月下降 ${by} 个百分点`, en: `, down ${by} pp on the month before` };
}

/**
 * Title of the parts: which event brings most in the newest month told. Where that event's own probability has no record, it says so:
 * the composite is proven as a whole, not its parts.
 */
export function partsTitle(contributions: RiskResult["contributions"], at: number): Headline {
  const parts = contributions
    .map((c) => ({ id: c.event, title: c.title, points: c.points[at] ?? 0, proven: c.proven[at] === true }))
    .sort((a, b) => b.points - a.points);
  const top = parts[0];
  if (!top || top.points < STILL)
    return { text: { zh: "各事件的贡献都很小", en: "Every event brings little" }, claims: [] };
  const research: Words = top.proven
    ? { zh: "", en: "" }
    : { zh: "；其单独的概率仅供研究", en: "; its own probability is for research only" };
  return {
    text: {
      zh: `综合风险主要来自“${top.title.zh}”，占 ${pct(top.points)} 个百分点${research.zh}`,
      en: `Most of the risk comes from ${inside(top.title)}: ${pct(top.points)} points${research.en}`,
    },
    claims: [
      { kind: `part-top:${top.id}`, value: top.points },
      { kind: `part-${top.proven ? "proven" : "unproven"}:${top.id}` },
    ],
  };
}
