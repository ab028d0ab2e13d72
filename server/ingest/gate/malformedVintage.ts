import type { ReadRule } from "./rule.ts";

/** The day on which the source said so can be read. */
export const malformedVintage: ReadRule = {
  id: "malformed-vintage",
  stage: "read",
  outcome: "rejected",
  title: { zh: "发布日无法识别", en: "Unreadable release day" },
  words: {
    zh: "发布日“{found}”无法识别；应写作：{needed}",
    en: 'release day "{found}" cannot be read; write it as: {needed}',
  },
  needed: () => "2026-04-09 | 2026/4/9 | 2026年4月9日",
};
