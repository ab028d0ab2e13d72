import type { Words } from "../../../models/indicators/indicator.ts";
import type { RiskEvent, ToldProbability } from "../../routers/views.ts";
import { sayNumber } from "../say.ts";

/** Pieces of sentences about risks. More names than this and a headline is no headline. */
export const MOST_NAMED = 2;

/** A probability, or points of one, as a sentence says it; the sign of percent follows where it is wanted. */
export const pct = (v: number): string => sayNumber(v, 0);

/** An English title in the middle of a sentence: “export slump”, but still “PPI”. */
export function inside(title: Words): string {
  return /^[A-Z][a-z]/.test(title.en) ? title.en[0]!.toLowerCase() + title.en.slice(1) : title.en;
}

/** “34%（90% 区间 20%–50%）” */
export function withBand(p: ToldProbability): Words {
  const band = p.lower !== null && p.upper !== null ? `${pct(p.lower)}%–${pct(p.upper)}%` : null;
  return {
    zh: `${pct(p.value)}%${band ? `（${p.level}% 区间 ${band}）` : ""}`,
    en: `${pct(p.value)}%${band ? ` (${p.level}% band ${band})` : ""}`,
  };
}

/** Names of events, two at most, and how many more. */
export function namesOf(events: readonly Pick<RiskEvent, "title">[]): Words {
  const named = events.slice(0, MOST_NAMED);
  const more = events.length - named.length;
  return {
    zh: named.map((e) => `“${e.title.zh}”`).join("、") + (more > 0 ? `等 ${events.length} 类事件` : ""),
    en:
      named.map((e) => inside(e.title)).join(more > 0 ? ", " : " and ") +
      (more > 0 ? ` and ${more} more` : ""),
  };
}
