import type { ReadRule } from "./rule.ts";

/** The figure can be read (`read/readNumber.ts` lists the forms); nothing is guessed. */
export const malformedNumber: ReadRule = {
  id: "malformed-number",
  stage: "read",
  outcome: "rejected",
  title: { zh: "数值无法识别", en: "Unreadable figure" },
  words: {
    zh: "数值“{found}”无法识别；应为不带单位与百分号的数字，如：{needed}",
    en: 'figure "{found}" cannot be read; needed is a number without unit or percent sign, such as: {needed}',
  },
  needed: () => "1234.5 | 1,234.5 | -1.2 | (1.2) | —",
};
