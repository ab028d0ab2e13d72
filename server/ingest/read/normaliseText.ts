/**
 * A cell as it was meant: full-width letters, digits and signs (U+FF01–FF5E) become their ASCII twins,
 * ideographic and no-break spaces become spaces, zero-width characters and byte-order marks go, the ends
 * are trimmed. Nothing else changes: Chinese words and punctuation stay as written.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\u3000\u00A0\u2007\u202F]/g, " ")
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .trim();
}
