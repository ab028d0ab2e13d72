import { formatNumber } from "../format/formatNumber.ts";
import { formatUnit, joinUnit } from "../format/formatUnit.ts";
import type { Locale } from "../format/locale.ts";
import { unitScale } from "../format/unitScale.ts";

/** One unit for a whole drawing, chosen by its largest magnitude, and the ways to write in it. */
export interface Measure {
  /** As written: 万亿元, %, pp. */
  unit: string;
  toAxis(value: number | null): number | null;
  /** Number and unit. */
  write(value: number): string;
  /** Number alone. */
  writeNumber(value: number, sign?: boolean): string;
  /** At a line's end: a compact drawing leaves a long unit, which stands above its axis, to the axis. */
  writeEnd(value: number, compact: boolean): string;
}

export function measureOf(
  unit: string,
  decimals: number,
  values: readonly (number | null)[],
  locale: Locale,
): Measure {
  let magnitude = 0;
  for (const v of values) if (v !== null && Math.abs(v) > magnitude) magnitude = Math.abs(v);
  const scale = unitScale(unit, magnitude, decimals, locale);
  const number = (value: number, sign = false): string =>
    formatNumber(value / scale.divisor, scale.decimals, { sign });
  const written = formatUnit(scale.unit, locale);
  const write = (value: number): string => joinUnit(number(value), scale.unit, locale);
  return {
    unit: written,
    toAxis: (value) => (value === null ? null : value / scale.divisor),
    write,
    writeNumber: number,
    writeEnd: (value, compact) => (compact && written.length > 1 ? number(value) : write(value)),
  };
}
