/** X = QR with what Q′ makes of further columns. */
export interface HouseholderQr {
  /** Column after column: of X what stands above R's diagonal (below it the reflections), of the others Q′y. */
  columns: Float64Array;
  rows: number;
  /** Columns of X. */
  regressors: number;
  /** R's diagonal; 0 for a column left out. */
  diagonal: Float64Array;
  /** The row of R that a column leads; −1 where it is a combination of those before it and was left out. */
  rowOf: Int32Array;
  rank: number;
}

/** A column counts as dependent when what is left of it beside the earlier ones is this share of its length. */
const DEPENDENT = 1e-11;

/**
 * Householder reflections, never forming X′X, whose condition would be squared.
 *   X = Q R,  each reflection I − τ v v′ clearing a column below its row
 * `columns` holds n × (k + m) numbers column after column, so that a reflection runs along memory: k of X, then those to
 * be regressed. They are overwritten. Golub & Van Loan, Matrix Computations, 4th ed., §5.2.2.
 */
export function householderQr(columns: Float64Array, rows: number, regressors: number): HouseholderQr {
  const n = rows;
  const end = columns.length;
  const diagonal = new Float64Array(regressors);
  const rowOf = new Int32Array(regressors).fill(-1);
  let rank = 0;
  for (let j = 0; j < regressors; j++) {
    const at = j * n;
    const left = lengthOf(columns, at + rank, at + n);
    if (rank === n || !(left > DEPENDENT * lengthOf(columns, at, at + n))) continue;
    const head = columns[at + rank]!;
    const alpha = head > 0 ? -left : left;
    const v0 = head - alpha;
    columns[at + rank] = v0;
    const tau = -1 / (alpha * v0);
    let c = at + n;
    for (; c + 4 * n <= end; c += 4 * n) reflectFour(columns, at, c, n, rank, tau);
    for (; c < end; c += n) reflectOne(columns, at, c, n, rank, tau);
    diagonal[j] = alpha;
    rowOf[j] = rank++;
  }
  return { columns, rows, regressors, diagonal, rowOf, rank };
}

/** R⁻¹ (Q′y) of the column at place c behind X's; 0 for a column of X left out. */
export function coefficientsOf(qr: HouseholderQr, c: number): Float64Array {
  const { columns, rows: n, regressors: k, diagonal, rowOf } = qr;
  const out = new Float64Array(k);
  for (let j = k - 1; j >= 0; j--) {
    const row = rowOf[j]!;
    if (row < 0) continue;
    let s = columns[(k + c) * n + row]!;
    for (let m = j + 1; m < k; m++) if (rowOf[m]! >= 0) s -= columns[m * n + row]! * out[m]!;
    out[j] = s / diagonal[j]!;
  }
  return out;
}

/** R⁻¹, k × k row by row and upper triangular, with zeros for columns left out: (X′X)⁻¹ = R⁻¹R⁻ᵀ. */
export function inverseOfR(qr: HouseholderQr): Float64Array {
  const { columns, rows: n, regressors: k, diagonal, rowOf } = qr;
  const out = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    if (rowOf[j]! < 0) continue;
    out[j * k + j] = 1 / diagonal[j]!;
    for (let i = j - 1; i >= 0; i--) {
      const row = rowOf[i]!;
      if (row < 0) continue;
      let s = 0;
      for (let m = i + 1; m <= j; m++) if (rowOf[m]! >= 0) s -= columns[m * n + row]! * out[m * k + j]!;
      out[i * k + j] = s / diagonal[i]!;
    }
  }
  return out;
}

/** √Σa² without leaving the range of numbers on the way. */
function lengthOf(a: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(a[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += (a[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** The column at offset b ← (I − τ v v′) of it over rows from j, v in the column at offset `at`. */
function reflectOne(q: Float64Array, at: number, b: number, n: number, j: number, tau: number): void {
  let s = 0;
  for (let i = j; i < n; i++) s += q[at + i]! * q[b + i]!;
  s *= tau;
  for (let i = j; i < n; i++) q[b + i] = q[b + i]! - s * q[at + i]!;
}

/** The same for four columns from offset a in one pass over v. */
function reflectFour(q: Float64Array, at: number, a: number, n: number, j: number, tau: number): void {
  const b = a + n;
  const c = b + n;
  const d = c + n;
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  for (let i = j; i < n; i++) {
    const x = q[at + i]!;
    sa += x * q[a + i]!;
    sb += x * q[b + i]!;
    sc += x * q[c + i]!;
    sd += x * q[d + i]!;
  }
  sa *= tau;
  sb *= tau;
  sc *= tau;
  sd *= tau;
  for (let i = j; i < n; i++) {
    const x = q[at + i]!;
    q[a + i] = q[a + i]! - sa * x;
    q[b + i] = q[b + i]! - sb * x;
    q[c + i] = q[c + i]! - sc * x;
    q[d + i] = q[d + i]! - sd * x;
  }
}
