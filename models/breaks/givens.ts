/** What is left beside the earlier columns below this share of the row's length is rounding. */
const NOTHING = 1e-11;

/**
 * Least squares that grows by rows: the triangle R of X = QR and Q′y, turned on by one row at a time with Givens
 * rotations. Never forms X′X. `add` returns the recursive residual of the new row,
 *   w(t) = (y(t) − x(t)′b(t−1)) / √(1 + x(t)′(X′X)⁻¹x(t)),
 * or NaN where the row was needed to raise the rank. The squared residuals sum to the rss of all rows so far.
 * Gentleman (1973), IMA Journal of Applied Mathematics 12; Brown, Durbin & Evans (1975), JRSS B 37.
 */
export class GrowingFit {
  readonly #k: number;
  readonly #r: Float64Array;
  readonly #z: Float64Array;
  readonly #row: Float64Array;

  constructor(k: number) {
    this.#k = k;
    this.#r = new Float64Array(k * k);
    this.#z = new Float64Array(k);
    this.#row = new Float64Array(k);
  }

  /** Forgets all rows. */
  clear(): void {
    this.#r.fill(0);
    this.#z.fill(0);
  }

  /** Takes in k numbers of `x` from `from` on, and y. */
  add(x: Float64Array, from: number, y: number): number {
    const k = this.#k;
    const r = this.#r;
    const row = this.#row;
    let length = 0;
    for (let j = 0; j < k; j++) {
      row[j] = x[from + j]!;
      length += Math.abs(row[j]!);
    }
    let left = y;
    let raised = false;
    for (let j = 0; j < k; j++) {
      const v = row[j]!;
      const head = r[j * k + j]!;
      if (v === 0 || (head === 0 && Math.abs(v) <= NOTHING * length)) continue;
      if (head === 0) raised = true;
      const rho = Math.hypot(head, v);
      const c = head / rho;
      const s = v / rho;
      r[j * k + j] = rho;
      for (let m = j + 1; m < k; m++) {
        const above = r[j * k + m]!;
        r[j * k + m] = c * above + s * row[m]!;
        row[m] = c * row[m]! - s * above;
      }
      const above = this.#z[j]!;
      this.#z[j] = c * above + s * left;
      left = c * left - s * above;
      if (head === 0) break;
    }
    return raised ? Number.NaN : left;
  }
}
