import { AppError } from "../../errors.ts";
import type { EventRule } from "./eventRule.ts";

const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
const lastThree = (known: readonly number[]): number | null =>
  known.length < 3 ? null : mean(known.slice(-3));

/** Events of the Chinese economy, each a rule on a published year-on-year rate. */
export const EVENT_RULES: readonly EventRule[] = [
  {
    id: "growth-slump",
    title: { zh: "增长下滑", en: "Growth slump" },
    definition: {
      zh: "规模以上工业增加值同比最近三期均值，比此前至多三十六期均值低二个百分点以上",
      en: "Mean of the last three rates of industrial output more than 2 points below the mean of up to 36 before them",
    },
    indicator: "iva.yoy",
    measure: (known) =>
      known.length < 8 ? null : mean(known.slice(-3)) - mean(known.slice(0, -3).slice(-36)),
    side: "below",
    bound: -2,
  },
  {
    id: "producer-deflation",
    title: { zh: "工业品通缩", en: "Deflation of producer prices" },
    definition: {
      zh: "工业生产者出厂价格同比连续三期为负",
      en: "Producer prices below a year before in three figures running",
    },
    indicator: "ppi.yoy",
    measure: (known) => (known.length < 3 ? null : Math.max(...known.slice(-3))),
    side: "below",
    bound: 0,
  },
  {
    id: "overheating",
    title: { zh: "物价过热", en: "Overheating of prices" },
    definition: {
      zh: "居民消费价格同比最近三期均值高于百分之三",
      en: "Mean of the last three rates of consumer prices above 3 percent",
    },
    indicator: "cpi.yoy",
    measure: lastThree,
    side: "above",
    bound: 3,
  },
  {
    id: "export-slump",
    title: { zh: "出口下滑", en: "Export slump" },
    definition: {
      zh: "出口同比最近三期均值为负",
      en: "Mean of the last three rates of exports below zero",
    },
    indicator: "exports.yoy",
    measure: lastThree,
    side: "below",
    bound: 0,
  },
];

/** Throws AppError("not-found") for an id nobody answers to. */
export function eventRuleById(id: string): EventRule {
  const found = EVENT_RULES.find((r) => r.id === id);
  if (!found)
    throw new AppError("not-found", `no event "${id}"; there are ${EVENT_RULES.map((r) => r.id).join(", ")}`);
  return found;
}
