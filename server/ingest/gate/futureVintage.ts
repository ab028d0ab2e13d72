import { isoDate } from "../../../models/series/date.ts";
import type { RowRule } from "./rule.ts";

/** Nobody has said anything after the day of loading. */
export const futureVintage: RowRule = {
  id: "future-vintage",
  stage: "row",
  outcome: "rejected",
  column: "vintage",
  title: { zh: "发布日在将来", en: "Release day in the future" },
  words: {
    zh: "发布日“{found}”晚于装载日；应不晚于 {needed}",
    en: 'release day "{found}" lies after the day of loading; needed is one not after {needed}',
  },
  check(batch, { today }, refused, refuse) {
    for (let row = 0; row < batch.rows; row++) {
      if (refused[row] === 0 && batch.vintage[row]! > today) refuse(row, () => isoDate(today));
    }
  },
};
