import { STATUSES } from "../../../models/series/observation.ts";
import type { GateIndicator } from "../catalogue.ts";
import type { RowRule } from "./rule.ts";

const MISSING = STATUSES.indexOf("missing");
/** Slips of unit that happen: share and percent, 万, 百万, 亿, thousand; nearest to no slip first. */
const FACTORS = [100, 1 / 100, 10, 1 / 10, 1e3, 1e-3, 1e4, 1e-4, 1e6, 1e-6, 1e8, 1e-8];

/** The range as text, with the factor that would bring the figure into it where one does. */
export function rangeNeeded(value: number, indicator: GateIndicator): string {
  const factor = FACTORS.find((f) => value * f >= indicator.min && value * f <= indicator.max);
  const range = `[${indicator.min}, ${indicator.max}] ${indicator.unit}`;
  if (factor === undefined || value === 0) return range;
  return `${range} (${factor > 1 ? `× ${factor}` : `÷ ${Math.round(1 / factor)}`})`;
}

/** The figure lies within the catalogue's range for its indicator: outside is a slip of unit or decimal point. */
export const outOfRange: RowRule = {
  id: "out-of-range",
  stage: "row",
  outcome: "rejected",
  column: "value",
  title: { zh: "数值超出合理范围", en: "Figure outside its range" },
  words: {
    zh: "数值 {found} 超出该指标的合理范围，请核对单位；应在：{needed}",
    en: "figure {found} is outside the range of this indicator, check the unit; needed: {needed}",
  },
  check(batch, { catalogue }, refused, refuse) {
    const regions = catalogue.regions.length;
    const min = Float64Array.from(catalogue.indicators, (i) => i.min);
    const max = Float64Array.from(catalogue.indicators, (i) => i.max);
    for (let row = 0; row < batch.rows; row++) {
      if (refused[row] !== 0 || batch.status[row] === MISSING) continue;
      const place = Math.floor(batch.series[row]! / regions);
      const value = batch.value[row]!;
      if (value >= min[place]! && value <= max[place]!) continue;
      refuse(row, () => rangeNeeded(value, catalogue.indicators[place]!));
    }
  },
};
