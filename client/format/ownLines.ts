import type { Locale } from "./locale.ts";

/**
 * The reader's half of a message kept in both languages, Chinese on the first line and English on the rest.
 * A message of one line, or one that begins in Latin letters, is shown whole: nothing is lost by guessing.
 */
export function ownLines(message: string, locale: Locale): string {
  const at = message.indexOf("\n");
  if (at < 0) return message;
  const [first, rest] = [message.slice(0, at).trim(), message.slice(at + 1).trim()];
  if (!/\p{Script=Han}/u.test(first) || rest === "") return message;
  return locale === "zh" ? first : rest;
}
