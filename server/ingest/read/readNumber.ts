import { normaliseText } from "./normaliseText.ts";

/** Marks that statistical tables print where there is no figure. */
const NO_FIGURE = new Set([
  "",
  "-",
  "--",
  "---",
  "—",
  "——",
  "–",
  "…",
  "……",
  "...",
  "..",
  "n/a",
  "na",
  "null",
  "无",
]);

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i;
/** Thousands: one to three digits, then groups of exactly three. `1,23` is refused: nobody can tell what it means. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const NON_FINITE = /^[+-]?(?:nan|inf(?:inity)?|#num!|#div\/0!)$/i;

/**
 * Reads a figure as tables print it; the rules, in order:
 *   blank, `—`, `…`, `--`, `n/a`        no figure: null
 *   `(1.2)`                             −1.2, as accountants write
 *   `1,234.5` and `1，234.5`            groups of three digits
 *   `−1.2` (U+2212), `－１．２`          signs and digits of any width
 *   `NaN`, `inf`, `1e999`               read as what they are, for the gate to refuse as non-finite
 * Everything else (a percent sign, a decimal comma, a unit, a formula) is undefined: not a figure.
 */
export function readNumber(text: string): number | null | undefined {
  let body = normaliseText(text).replace(/\u2212/g, "-");
  if (NO_FIGURE.has(body.toLowerCase())) return null;
  let sign = 1;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed && !/^[+-]/.test(bracketed[1]!)) {
    sign = -1;
    body = bracketed[1]!;
  }
  if (GROUPED.test(body)) body = body.replaceAll(",", "");
  // Adding zero turns the −0 of "-0" into 0: one figure, one way to write it.
  if (PLAIN.test(body)) return sign * Number(body) + 0;
  if (NON_FINITE.test(body))
    return body.startsWith("-") ? -Infinity : /inf/i.test(body) ? Infinity : Number.NaN;
  return undefined;
}
