import type { ArimaOrder, ArmaCoefficients } from "./arimaOrder.ts";

/**
 * Maps free coordinates to coefficients of stationary (and invertible) polynomials: each block's coordinates are
 * turned into partial autocorrelations rₖ = sin u and these into coefficients by the Durbin–Levinson recursion
 *   aⱼ⁽ᵏ⁾ = aⱼ⁽ᵏ⁻¹⁾ − rₖ a₍ₖ₋ⱼ₎⁽ᵏ⁻¹⁾,  aₖ⁽ᵏ⁾ = rₖ
 * The sine reaches ±1 at a finite u with slope 0: a moving average whose root lies on the unit circle, as overdifferenced
 * and fixed seasons have it, is an ordinary stationary point of the likelihood and not one at infinity.
 * Monahan (1984), A note on enforcing stationarity in autoregressive-moving average models, Biometrika 71.
 */
export function toCoefficients(order: ArimaOrder, u: Float64Array): ArmaCoefficients {
  const { p, q, P, Q } = order;
  let at = 0;
  const block = (size: number, sign: 1 | -1) => {
    const out = levinson(u.subarray(at, at + size));
    at += size;
    return sign === 1 ? out : out.map((v) => -v);
  };
  const ar = block(p, 1);
  const ma = block(q, -1);
  const seasonalAr = block(P, 1);
  const seasonalMa = block(Q, -1);
  return { ar, ma, seasonalAr, seasonalMa };
}

/**
 * The way back: free coordinates of given coefficients, by stepping Durbin–Levinson down, u = arcsin r. null where a
 * block is not stationary (or not invertible).
 */
export function toCoordinates(c: ArmaCoefficients): Float64Array | null {
  const negated = (v: Float64Array) => v.map((x) => -x);
  const blocks = [c.ar, negated(c.ma), c.seasonalAr, negated(c.seasonalMa)].map(steppedDown);
  return blocks.every((b) => b !== null) ? Float64Array.from(blocks.flatMap((b) => [...b])) : null;
}

function steppedDown(coefficients: Float64Array): Float64Array | null {
  const a = coefficients.slice();
  const before = new Float64Array(a.length);
  for (let k = a.length - 1; k >= 0; k--) {
    const r = a[k]!;
    const left = 1 - r * r;
    if (!(left > 0)) return null;
    before.set(a);
    for (let j = 0; j < k; j++) a[j] = (before[j]! + r * before[k - 1 - j]!) / left;
    a[k] = Math.asin(r);
  }
  return a;
}

/** The largest partial autocorrelation of the AR blocks: 1 would be a unit root left in. */
export function nearestUnitRoot({ p, q, P }: ArimaOrder, u: Float64Array): number {
  return largest(u.subarray(0, p), u.subarray(p + q, p + q + P));
}

/** The same of the MA blocks: 1 is a difference taken too many, or a season that is fixed. */
export function nearestNoninvertible({ p, q, P }: ArimaOrder, u: Float64Array): number {
  return largest(u.subarray(p, p + q), u.subarray(p + q + P));
}

const largest = (...blocks: readonly Float64Array[]): number =>
  blocks.reduce((most, block) => block.reduce((m, v) => Math.max(m, Math.abs(partial(v))), most), 0);

const partial = (u: number): number => Math.sin(u);

function levinson(u: Float64Array): Float64Array {
  const a = new Float64Array(u.length);
  const before = new Float64Array(u.length);
  for (let k = 0; k < u.length; k++) {
    const r = partial(u[k]!);
    before.set(a);
    for (let j = 0; j < k; j++) a[j] = before[j]! - r * before[k - 1 - j]!;
    a[k] = r;
  }
  return a;
}
