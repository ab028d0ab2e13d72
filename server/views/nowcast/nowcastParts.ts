import type { Words } from "../../../models/indicators/indicator.ts";
import type { NewsStep } from "../../../models/nowcast/china/nowcastResult.ts";
import type { MovePart } from "../../routers/views.ts";

/** What a move can be made of, in the order in which bars are stacked. */
export const PART_WORDS: Readonly<Record<MovePart, Words>> = {
  production: { zh: "生产", en: "production" },
  investment: { zh: "投资", en: "investment" },
  consumption: { zh: "消费", en: "consumption" },
  trade: { zh: "外贸", en: "trade" },
  prices: { zh: "价格", en: "prices" },
  survey: { zh: "调查", en: "surveys" },
  money: { zh: "货币信贷", en: "money and credit" },
  revisions: { zh: "数据修订", en: "revised figures" },
  parameters: { zh: "模型重估", en: "re-estimation" },
};

export const MOVE_PARTS = Object.keys(PART_WORDS) as MovePart[];

/**
 * Steps in parts: impacts summed by group, revisions and parameters of their own. Only parts that moved, in the fixed order;
 * they add up to the steps' changes as exactly as the steps' own items do. Percentage points of the target.
 */
export function partsOf(
  steps: readonly Pick<NewsStep, "items" | "revisions" | "parameters">[],
): { part: MovePart; impact: number }[] {
  const sums = new Map<MovePart, number>();
  const add = (part: MovePart, impact: number) => sums.set(part, (sums.get(part) ?? 0) + impact);
  for (const step of steps) {
    for (const item of step.items) add(item.group, item.impact);
    add("revisions", step.revisions);
    add("parameters", step.parameters);
  }
  return MOVE_PARTS.flatMap((part) => {
    const impact = sums.get(part) ?? 0;
    return impact === 0 ? [] : [{ part, impact }];
  });
}
