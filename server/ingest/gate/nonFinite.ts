import type { RowRule } from "./rule.ts";

/** A figure is a finite number. */
export const nonFinite: RowRule = {
  id: "non-finite",
  stage: "row",
  outcome: "rejected",
  column: "value",
  title: { zh: "数值不是有限数", en: "Figure is not finite" },
  words: {
    zh: "数值“{found}”不是有限数；应为：{needed}",
    en: 'figure "{found}" is not a finite number; needed: {needed}',
  },
  check(batch, _context, refused, refuse) {
    for (let row = 0; row < batch.rows; row++) {
      if (refused[row] === 0 && !Number.isFinite(batch.value[row])) refuse(row, () => "1234.5 | —");
    }
  },
};
