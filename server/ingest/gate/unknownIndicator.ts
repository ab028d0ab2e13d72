import { normaliseText } from "../read/normaliseText.ts";
import { nearMisses } from "./nearMisses.ts";
import type { ReadRule } from "./rule.ts";

/** The indicator is in the catalogue, by its id or its full name in one of the two languages. */
export const unknownIndicator: ReadRule = {
  id: "unknown-indicator",
  stage: "read",
  outcome: "rejected",
  title: { zh: "目录中没有的指标", en: "Indicator not in the catalogue" },
  words: {
    zh: "指标“{found}”不在目录中；应为目录中的指标代码，相近的有：{needed}",
    en: 'indicator "{found}" is not in the catalogue; needed is the id of one that is, near ones: {needed}',
  },
  needed: (found, { catalogue }) =>
    nearMisses(normaliseText(found), catalogue.indicatorPlaces.keys()).join(" | ") || "…",
};
