/** Beyond this many times the year's usual digit, a December is a figure rounded for the year's communiqué. */
const ROUNDED = 100;
const FINEST = 1e-4;

/**
 * Half the last digit of each month's running total, as the figures of the year show it: a figure's digit is the largest power
 * of ten that divides it; the year's is the median of its months', because single figures end in a zero by chance. December
 * has its own where it is far coarser. NaN for months without a figure.
 */
export function lastDigits(year: ArrayLike<number>): Float64Array {
  const digits = Array.from(year, (v) => (Number.isNaN(v) ? Number.NaN : digitOf(v)));
  const known = digits
    .slice(0, 11)
    .filter((d) => !Number.isNaN(d))
    .sort((a, b) => a - b);
  const december = digits[11] ?? Number.NaN;
  const usual = known.length > 0 ? known[(known.length - 1) >> 1]! : december;
  return Float64Array.from(digits, (d, m) => {
    if (Number.isNaN(d)) return Number.NaN;
    return (m === 11 && d >= ROUNDED * usual ? d : usual) / 2;
  });
}

function digitOf(value: number): number {
  if (value === 0) return FINEST;
  let units = Math.round(Math.abs(value) / FINEST);
  let digit = FINEST;
  while (units % 10 === 0) {
    units /= 10;
    digit *= 10;
  }
  return digit;
}
