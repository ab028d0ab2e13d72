import { normalDensity, normalUpper } from "./normal.ts";

/** Nodes a unit, so that the series at the nearest reaches at most half of 1/16. */
const PER_UNIT = 16;
/** From here on the continued fraction is as short. */
const LAST = 8;
const ORDER = 8;
const LEVELS = 24;

/** By node, R and its derivatives over n!. */
const series = new Float64Array((LAST * PER_UNIT + 1) * (ORDER + 1));
for (let node = 0; node <= LAST * PER_UNIT; node++) {
  const x = node / PER_UNIT;
  const at = node * (ORDER + 1);
  series[at] = normalUpper(x) / normalDensity(x);
  series[at + 1] = x * series[at]! - 1;
  // R⁽ⁿ⁾ = x R⁽ⁿ⁻¹⁾ + (n−1) R⁽ⁿ⁻²⁾, each over its factorial.
  for (let n = 2; n <= ORDER; n++) series[at + n] = (x * series[at + n - 1]! + series[at + n - 2]!) / n;
}

/**
 * Mills' ratio R(x) = P(Z > x)/φ(x) for x ≥ 0, as near as the tail it is made from, 1e-14 of its size, and some ten times as fast as the two apart: tail and
 * density of one index cost one exponential. For inner loops of likelihoods. NaN for an x below 0.
 *   R′ = xR − 1;  Taylor series at the nearest sixteenth, from 8 on R = 1/(x + 1/(x + 2/(x + 3/(x + …))))
 * Abramowitz & Stegun, Handbook of Mathematical Functions, §26.2.12–14.
 */
export function millsRatio(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x > LAST) {
    let below = x;
    for (let n = LEVELS; n > 0; n--) below = x + n / below;
    return 1 / below;
  }
  const node = Math.round(x * PER_UNIT);
  const d = x - node / PER_UNIT;
  const at = node * (ORDER + 1);
  let sum = series[at + ORDER]!;
  for (let n = ORDER - 1; n >= 0; n--) sum = sum * d + series[at + n]!;
  return sum;
}
