import { normaliseText } from "../read/normaliseText.ts";
import { nearMisses } from "./nearMisses.ts";
import type { ReadRule } from "./rule.ts";

/** The region is a known one, by GB/T 2260 or ISO code or by its name. */
export const unknownRegion: ReadRule = {
  id: "unknown-region",
  stage: "read",
  outcome: "rejected",
  title: { zh: "无法识别的地区", en: "Unknown region" },
  words: {
    zh: "地区“{found}”无法识别；应为六位行政区划代码、ISO 国家代码或其名称，相近的有：{needed}",
    en: 'region "{found}" is unknown; needed is a six-digit GB/T 2260 code, an ISO country code or a name, near ones: {needed}',
  },
  needed: (found, { catalogue }) =>
    nearMisses(normaliseText(found), catalogue.regionPlaces.keys()).join(" | ") || "…",
};
