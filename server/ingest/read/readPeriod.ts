import { type PeriodSpan, parsePeriod } from "../../../models/series/period.ts";
import { normaliseText } from "./normaliseText.ts";

const two = (text: string): string => text.padStart(2, "0");
const QUARTERS: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };

/** Each way of writing a period beside the canonical one, and the canonical text it stands for. */
const VARIANTS: readonly [RegExp, (m: RegExpExecArray) => string][] = [
  [/^(\d{4})年?$/, (m) => m[1]!],
  [/^(\d{4})(?:年|M|[-/])(\d{1,2})月?(?:份)?$/i, (m) => `${m[1]}-${two(m[2]!)}`],
  // 2026.1 may be October with its zero lost in a spreadsheet; only two digits are sure.
  [/^(\d{4})\.?(\d{2})$/, (m) => `${m[1]}-${m[2]}`],
  [/^(\d{4})年1[-~—–至](\d{1,2})月(?:份)?$/, (m) => `${m[1]}-01/P${Number(m[2])}M`],
  [/^(\d{4})年?第?([一二三四1-4])季度?$/, (m) => `${m[1]}-Q${QUARTERS[m[2]!] ?? m[2]}`],
  [/^(\d{4})[-/.]?Q([1-4])$/i, (m) => `${m[1]}-Q${m[2]}`],
  [/^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/, (m) => `${m[1]}-${two(m[2]!)}-${two(m[3]!)}`],
  [/^(\d{4})(\d{2})(\d{2})$/, (m) => `${m[1]}-${m[2]}-${m[3]}`],
];

/**
 * Reads a period in the canonical form or as Chinese tables write it: 2026年, 2026年3月, 2026年1-2月,
 * 2026年一季度, 2026/3, 202603, 2026Q1, 2026年3月5日. null when it is none of them.
 */
export function readPeriod(text: string): PeriodSpan | null {
  const body = normaliseText(text);
  const canonical = parsePeriod(body);
  if (canonical) return canonical;
  for (const [form, canonicalText] of VARIANTS) {
    const m = form.exec(body);
    if (m) return parsePeriod(canonicalText(m));
  }
  return null;
}
