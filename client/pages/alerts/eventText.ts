import type { Lang } from "../../words/useWords.ts";
import { SYSTEM } from "./stepsOf.ts";

const BETWEEN = " / ";

/** What an event says: people's own words as written; the system's in the reader's language (it writes both). */
export function eventText(event: { actor: string; text: string }, lang: Lang): string {
  const at = event.text.indexOf(BETWEEN);
  if (event.actor !== SYSTEM || at < 0) return event.text;
  return lang === "zh" ? event.text.slice(0, at) : event.text.slice(at + BETWEEN.length);
}
