import { GAP_REASONS, STATUSES, VINTAGE_BASES } from "../../../models/series/observation.ts";
import type { TidyColumn } from "../read/readHeader.ts";
import type { ReadRule } from "./rule.ts";

const WORDS: Partial<Record<TidyColumn, readonly string[]>> = {
  status: STATUSES,
  reason: GAP_REASONS,
  vintage_basis: VINTAGE_BASES,
};

/** Status, reason and vintage basis are words of their lists (`read/readWords.ts` has the Chinese ones). */
export const unknownWord: ReadRule = {
  id: "unknown-word",
  stage: "read",
  outcome: "rejected",
  title: { zh: "代码表中没有的用词", en: "Word not in its list" },
  words: {
    zh: "“{column}”列的“{found}”不在代码表中；应为：{needed}",
    en: '"{found}" in column {column} is not in its list; needed is one of: {needed}',
  },
  needed: (_found, _context, column) => (WORDS[column] ?? STATUSES).join(" | "),
};
