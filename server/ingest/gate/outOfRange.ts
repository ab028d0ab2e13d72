import { STATUSES } from "../../../models/series/observation.ts";
import type { GateIndicator } from "../catalogue.ts";
import type { RowRule } from "./rule.ts";

const MISSING = STATUSES.indexOf("missing");
/** Slips of unit that happen, the commonest first: share and percent, 万, 亿, thousand, a decimal point, million. */
const FACTORS = [100, 1e-2, 1e4, 1e-4, 1e8, 1e-8, 1e3, 1e-3, 10, 0.1, 1e6, 1e-6];
const NAMED = 3;

/** The range as text, with the factors (three at most) that would bring the figure into it. */
export function rangeNeeded(value: number, indicator: GateIndicator): string {
  const range = `[${indicator.min}, ${indicator.max}] ${indicator.unit}`;
  const factors =
    value === 0 ? [] : FACTORS.filter((f) => value * f >= indicator.min && value * f <= indicator.max);
  if (factors.length === 0) return range;
  const named = factors.slice(0, NAMED).map((f) => (f > 1 ? `× ${f}` : `÷ ${Math.round(1 / f)}`));
  return `${range} (${named.join(" | ")}?)`;
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
