import type { GateRule } from "./rule.ts";

/**
 * One document says one thing: two rows of the same indicator, region, period and release day that differ
 * are both refused, since nobody can tell which is meant. Equal ones are counted once, the rest as unchanged.
 */
export const duplicate: GateRule = {
  id: "duplicate",
  outcome: "rejected",
  title: { zh: "同一文件中自相矛盾", en: "Contradiction within the document" },
  words: {
    zh: "同一指标、地区、时期与发布日在文件中有不同的数值：{found}；另见：{needed}",
    en: "the document has different figures for one indicator, region, period and release day: {found}; see also: {needed}",
  },
};

/** Columns that hold what figures say. */
interface Figures {
  value: Float64Array;
  status: Uint8Array;
  reason: Uint8Array;
}

/** Whether row `i` of `a` and row `j` of `b` say the same: number, status, reason. How the day is known is not content. */
export function sameFigure(a: Figures, i: number, b: Figures, j: number): boolean {
  return a.value[i] === b.value[j] && a.status[i] === b.status[j] && a.reason[i] === b.reason[j];
}
