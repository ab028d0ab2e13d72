import { type EpochDay, parseIsoDate } from "../../../models/series/date.ts";
import { normaliseText } from "./normaliseText.ts";

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Reads a calendar day: 2026-04-09, 2026/4/9, 2026.4.9, 2026年4月9日, 20260409. null when it is none. */
export function readDate(text: string): EpochDay | null {
  const body = normaliseText(text);
  for (const form of FORMS) {
    const m = form.exec(body);
    if (m) return parseIsoDate(`${m[1]}-${m[2]!.padStart(2, "0")}-${m[3]!.padStart(2, "0")}`);
  }
  return null;
}
