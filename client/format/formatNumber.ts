const MINUS = "\u2212";
const formatters = new Map<string, Intl.NumberFormat>();

export interface NumberStyle {
  /** `+` before positive numbers, for changes and contributions. Zero carries no sign. */
  sign?: boolean;
}

/**
 * A number with fixed decimals, a true minus (U+2212) and digits grouped from ten thousand on.
 * Rounds half away from zero on the decimal text of the number (0.15 → 0.2), as the sources do;
 * what rounds to zero shows no sign. This is the only place where figures are rounded.
 */
export function formatNumber(value: number, decimals: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot show ${value}: a finite number was needed`);
  const key = `${decimals}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat("en-US", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: "min2",
      roundingMode: "halfExpand",
    } as Intl.NumberFormatOptions);
    formatters.set(key, formatter);
  }
  const digits = formatter.format(Math.abs(value));
  if (!/[1-9]/.test(digits)) return digits;
  if (value < 0) return MINUS + digits;
  return style.sign ? `+${digits}` : digits;
}
