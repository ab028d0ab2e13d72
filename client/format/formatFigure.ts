import { formatNumber } from "./formatNumber.ts";
import { changeUnit, formatUnit, joinUnit } from "./formatUnit.ts";
import type { Locale } from "./locale.ts";
import { unitScale } from "./unitScale.ts";

export interface FigureText {
  number: string;
  unit: string;
  /** Number and unit together. */
  text: string;
}

/** A figure with its unit, scaled as people read it. `decimals` are the indicator's own. */
export function formatFigure(value: number, unit: string, decimals: number, locale: Locale): FigureText {
  const scale = unitScale(unit, value, decimals, locale);
  const number = formatNumber(value / scale.divisor, scale.decimals);
  return { number, unit: formatUnit(scale.unit, locale), text: joinUnit(number, scale.unit, locale) };
}

/**
 * A change between two figures of one indicator, always signed and in the unit of a difference:
 * percentage points between percentages, points between index values, the unit itself otherwise. With the figure
 * it stands `beside` it is scaled as that one is, unless nothing of it would be left to see.
 */
export function formatChange(
  change: number,
  unit: string,
  decimals: number,
  locale: Locale,
  beside?: number,
): FigureText {
  const own = unitScale(changeUnit(unit), change, decimals, locale);
  const shared = beside === undefined ? own : unitScale(changeUnit(unit), beside, decimals, locale);
  const scale = Math.abs(change / shared.divisor) * 10 ** shared.decimals >= 0.5 ? shared : own;
  const number = formatNumber(change / scale.divisor, scale.decimals, { sign: true });
  return { number, unit: formatUnit(scale.unit, locale), text: joinUnit(number, scale.unit, locale) };
}
