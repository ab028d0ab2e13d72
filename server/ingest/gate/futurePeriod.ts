import { isoDate } from "../../../models/series/date.ts";
import { STATUSES } from "../../../models/series/observation.ts";
import type { RowRule } from "./rule.ts";

const FORECAST = STATUSES.indexOf("forecast");
const MISSING = STATUSES.indexOf("missing");

/**
 * A period is over when its figure is published; forecasts may look ahead, and a gap may be announced.
 * A release on the last day of the period itself is in time; some come days ahead by the catalogue's word
 * (purchasing managers before the Spring Festival, ratios announced before they take effect).
 */
export const futurePeriod: RowRule = {
  id: "future-period",
  stage: "row",
  outcome: "rejected",
  column: "period",
  title: { zh: "时期尚未结束", en: "Period not over yet" },
  words: {
    zh: "时期“{found}”在发布日尚未结束；发布日应不早于期末 {needed}，预测值请标注状态 forecast",
    en: 'period "{found}" is not over on its release day; needed is a release day not before {needed}, or status forecast',
  },
  check(batch, { catalogue }, refused, refuse) {
    const regions = catalogue.regions.length;
    for (let row = 0; row < batch.rows; row++) {
      if (refused[row] !== 0 || batch.end[row]! <= batch.vintage[row]!) continue;
      const { publishedAhead } = catalogue.indicators[Math.floor(batch.series[row]! / regions)]!;
      if (batch.end[row]! <= batch.vintage[row]! + publishedAhead) continue;
      const status = batch.status[row];
      if (status === FORECAST || status === MISSING) continue;
      refuse(row, () => isoDate(batch.end[row]!));
    }
  },
};
