import type { StoredForecast } from "../../../db/stores/contract.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { CombinationShown } from "../../routers/views.ts";

const NOT_KEPT: Words = {
  zh: "当日没有留存组合的拟合结果，权重不可知。",
  en: "No fit of the combination was kept on that day, so its weights are not known.",
};
const BEFORE_MEMBERS: Words = {
  zh: "这次预测留存时尚未记录权重，下一次预测起可见。",
  en: "This forecast was kept before weights were; they show from the next one on.",
};

/** What the reader is told of a combination: what it is made of, or why that is not known. */
export type CombinationTold = Pick<CombinationShown, "members" | "withheld" | "why">;

/**
 * The members of a combination with their weights, heaviest first. `kept` is the forecast kept of it, `shown` says whether
 * the page shows that one (and not one of a back-test, which keeps no weights). Members that the reader is not shown are
 * left out; their share together is `withheld`.
 */
export function combinationShown(
  kept: Pick<StoredForecast, "members"> | undefined,
  shown: boolean,
  maySee: (model: string) => boolean,
  title: (model: string) => Words,
): CombinationTold {
  if (!kept || !shown) return { members: [], withheld: 0, why: NOT_KEPT };
  if (kept.members.length === 0) return { members: [], withheld: 0, why: BEFORE_MEMBERS };
  const seen = kept.members.filter((m) => maySee(m.model));
  const members = seen
    .map((m) => ({ ...m, modelTitle: title(m.model) }))
    .sort((a, b) => b.weight - a.weight || a.model.localeCompare(b.model));
  const withheld = kept.members.reduce((sum, m) => sum + (maySee(m.model) ? 0 : m.weight), 0);
  return { members, withheld, why: null };
}
