/** 10⁰ … 10²², each exact in a double. */
const POWERS = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/**
 * Reads `-?digits[.digits]` with at most 15 digits straight from bytes. Mantissa and power of ten are then
 * exact and their quotient is correctly rounded, so the result is the double that `Number(text)` gives
 * (Clinger 1990, the fast path). Everything else is NaN: the slower rules
 * of `readNumber` decide.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = at < to && bytes[at] === 45;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (digit === -2 && point < 0) point = at;
    else return Number.NaN;
  }
  if (digits === 0 || digits > 15) return Number.NaN;
  const value = point < 0 ? mantissa : mantissa / POWERS[to - point - 1]!;
  return negative ? 0 - value : value;
}
