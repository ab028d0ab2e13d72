import type { ReadRule } from "./rule.ts";

/** The period can be read (`read/readPeriod.ts` lists the forms). */
export const malformedPeriod: ReadRule = {
  id: "malformed-period",
  stage: "read",
  outcome: "rejected",
  title: { zh: "时期写法无法识别", en: "Unreadable period" },
  words: {
    zh: "时期“{found}”无法识别；应写作：{needed}",
    en: 'period "{found}" cannot be read; write one of: {needed}',
  },
  needed: () => "2026 | 2026-Q1 | 2026-03 | 2026-01/P2M | 2026-W05 | 2026-03-05",
};
