const SPLIT = 134_217_729; // 2²⁷ + 1: cuts a double into two halves whose products are exact

/**
 * A sum of products in about 32 digits: the number is hi + lo with |lo| ≤ ½ ulp(hi). For short stretches of arithmetic
 * whose answer is well defined but whose steps cancel (a band matrix with condition number above 10¹⁰).
 * Dekker (1971), A floating-point technique for extending the available precision, Numerische Mathematik 18.
 */
export class DoubleDouble {
  hi = 0;
  lo = 0;

  set(hi: number, lo: number): void {
    this.hi = hi;
    this.lo = lo;
  }

  add(hi: number, lo: number): void {
    const s = this.hi + hi;
    const v = s - this.hi;
    const e = this.hi - (s - v) + (hi - v) + this.lo + lo;
    this.hi = s + e;
    this.lo = e - (this.hi - s);
  }

  /** Adds a · b, where both are pairs. */
  addProduct(aHi: number, aLo: number, bHi: number, bLo: number): void {
    const p = aHi * bHi;
    const aBig = aHi * SPLIT;
    const a1 = aBig - (aBig - aHi);
    const a2 = aHi - a1;
    const bBig = bHi * SPLIT;
    const b1 = bBig - (bBig - bHi);
    const b2 = bHi - b1;
    this.add(p, a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + (aHi * bLo + aLo * bHi));
  }

  /** Divides by a pair: one quotient in doubles, then its remainder's. */
  divide(hi: number, lo: number): void {
    const q = this.hi / hi;
    this.addProduct(-q, 0, hi, lo);
    const rest = (this.hi + this.lo) / hi;
    this.hi = q + rest;
    this.lo = rest - (this.hi - q);
  }
}
