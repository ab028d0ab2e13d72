import { AppError } from "../errors.ts";
import type { Matrix } from "../statistics/matrix/matrix.ts";

export interface QrFit {
  /** β̂; 0 for a column that was left out. */
  coefficients: Float64Array;
  residuals: Float64Array;
  rss: number;
  /** Columns that carry a coefficient. */
  rank: number;
  /** R⁻¹, k × k row by row and upper triangular, with zeros for columns left out: (X′X)⁻¹ = R⁻¹R⁻ᵀ. */
  rInverse: Float64Array;
  /** True where a column was a combination of those before it. */
  dropped: readonly boolean[];
  /**
   * Q′y by column, 0 where one was left out: without the last columns from j on, the rss grows by the sum of their squares,
   * so one fit answers for every model nested in it.
   */
  effects: Float64Array;
}

export interface QrOptions {
  /** Leave a collinear column out, as R's lm does, instead of refusing it. */
  dropCollinear?: boolean;
  /** What a refusal calls the columns; x1, x2 … otherwise. */
  names?: readonly string[];
}

/** A column counts as collinear when what is left of it beside the earlier ones is this share of its length. */
const COLLINEAR = 1e-11;

/**
 * Least squares by Householder reflections, never forming X′X, whose condition would be squared.
 *   min |y − Xβ|²,  X = QR,  Rβ̂ = Q′y,  X n × k with n ≥ k
 * Throws AppError: "not-enough-data" for fewer rows than columns, "invalid-input" for a number that is not finite or a
 * collinear column, named. Golub & Van Loan, Matrix Computations, 4th ed., §5.2.2, §5.3.
 */
export function qrLeastSquares(x: Matrix, y: ArrayLike<number>, options: QrOptions = {}): QrFit {
  const { rows: n, cols: k } = x;
  if (y.length !== n)
    throw new AppError(
      "invalid-input",
      `a regression needs as many rows of x as of y; found ${n} and ${y.length}`,
    );
  if (n < k)
    throw new AppError(
      "not-enough-data",
      `a regression on ${k} columns needs at least ${k} rows; found ${n}`,
    );
  const name = (j: number): string => options.names?.[j] ?? `x${j + 1}`;
  // Column by column, so that a reflection walks through memory in order.
  const a = new Float64Array(n * k);
  const b = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    b[i] = finite(y[i]!, "y", i);
    for (let j = 0; j < k; j++) a[j * n + i] = finite(x.data[i * k + j]!, name(j), i);
  }
  const diagonal = new Float64Array(k);
  const dropped = Array.from({ length: k }, () => false);
  const rowOf = new Int32Array(k).fill(-1);
  let rank = 0;
  for (let j = 0; j < k; j++) {
    const c = j * n;
    const whole = norm(a, c, c + n);
    const left = norm(a, c + rank, c + n);
    if (rank === n || !(left > COLLINEAR * whole)) {
      if (!options.dropCollinear)
        throw new AppError(
          "invalid-input",
          `${name(j)} is a combination of the columns before it; a regression needs columns that stand by themselves`,
        );
      dropped[j] = true;
      continue;
    }
    const head = a[c + rank]!;
    const alpha = head > 0 ? -left : left;
    const v0 = head - alpha;
    a[c + rank] = v0;
    const scale = -1 / (alpha * v0);
    for (let m = j + 1; m < k; m++) reflect(a, c, a, m * n, rank, n, scale);
    reflect(a, c, b, 0, rank, n, scale);
    diagonal[j] = alpha;
    rowOf[j] = rank++;
  }
  const coefficients = new Float64Array(k);
  for (let j = k - 1; j >= 0; j--) {
    if (dropped[j]) continue;
    let s = b[rowOf[j]!]!;
    for (let m = j + 1; m < k; m++) if (!dropped[m]) s -= a[m * n + rowOf[j]!]! * coefficients[m]!;
    coefficients[j] = s / diagonal[j]!;
  }
  const rInverse = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    if (dropped[j]) continue;
    rInverse[j * k + j] = 1 / diagonal[j]!;
    for (let i = j - 1; i >= 0; i--) {
      if (dropped[i]) continue;
      let s = 0;
      for (let m = i + 1; m <= j; m++) if (!dropped[m]) s -= a[m * n + rowOf[i]!]! * rInverse[m * k + j]!;
      rInverse[i * k + j] = s / diagonal[i]!;
    }
  }
  const residuals = new Float64Array(n);
  let rss = 0;
  for (let i = 0; i < n; i++) {
    let e = y[i]!;
    for (let j = 0; j < k; j++) e -= x.data[i * k + j]! * coefficients[j]!;
    residuals[i] = e;
    rss += e * e;
  }
  if (!Number.isFinite(rss))
    throw new AppError(
      "invalid-input",
      "y is so large that the squares of its errors leave the range of numbers",
    );
  const effects = Float64Array.from(rowOf, (row) => (row < 0 ? 0 : b[row]!));
  return { coefficients, residuals, rss, rank, rInverse, dropped, effects };
}

/** (X′X)⁻¹ entry (i, j) from R⁻¹. */
export function unscaledCovariance(rInverse: Float64Array, k: number, i: number, j: number): number {
  let sum = 0;
  for (let m = Math.max(i, j); m < k; m++) sum += rInverse[i * k + m]! * rInverse[j * k + m]!;
  return sum;
}

function norm(a: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(a[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += (a[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** b ← b − scale (v′b) v for the reflection vector v at a[v + from …]. */
function reflect(
  a: Float64Array,
  v: number,
  b: Float64Array,
  at: number,
  from: number,
  n: number,
  scale: number,
): void {
  let s = 0;
  for (let i = from; i < n; i++) s += a[v + i]! * b[at + i]!;
  s *= scale;
  for (let i = from; i < n; i++) b[at + i] = b[at + i]! - s * a[v + i]!;
}

function finite(value: number, name: string, row: number): number {
  if (!Number.isFinite(value))
    throw new AppError(
      "invalid-input",
      `${name} holds ${value} in row ${row + 1}; a regression needs finite numbers`,
    );
  return value;
}
