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

/** Whether two rows say the same: figure, status and reason. The basis of the vintage is provenance, not content. */
export function sameFigure(
  a: { value: number; status: number; reason: number },
  b: { value: number; status: number; reason: number },
): boolean {
  return a.value === b.value && a.status === b.status && a.reason === b.reason;
}
