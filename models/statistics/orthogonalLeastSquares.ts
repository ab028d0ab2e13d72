import { AppError } from "../errors.ts";

export interface OrthogonalFit {
  coefficients: Float64Array;
  /** σ √[(X′X)⁻¹]ᵢᵢ */
  standardErrors: Float64Array;
  fitted: Float64Array;
  residuals: Float64Array;
  /** Residual squares over n − k. */
  sigma2: number;
}

/** A column whose length falls below this share of itself, once those before it are taken out, depends on them. */
const DEPENDENT = 1e-11;

/**
 * Ordinary least squares by Householder reflections, for columns that nearly say the same (the lags of a trending
 * series), where inner products would lose half of the digits.
 *   X = Q R,  R b = Q′y,  σ² = |y − Xb|² / (n − k),  var b = σ² (R′R)⁻¹
 * Golub & Van Loan, Matrix Computations, 4th ed., §5.3.2. Throws where n ≤ k or a column depends on those before it.
 */
export function orthogonalLeastSquares(y: Float64Array, columns: readonly Float64Array[]): OrthogonalFit {
  const n = y.length;
  const k = columns.length;
  if (n <= k) throw new AppError("not-enough-data", `${k} coefficients need more than ${k} rows; found ${n}`);
  const q = columns.map((c) => c.slice());
  const z = y.slice();
  const diagonal = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const v = q[j]!;
    const whole = Math.sqrt(dot(v, v, 0));
    const norm = Math.sqrt(dot(v, v, j));
    if (!(norm > DEPENDENT * whole))
      throw new AppError("invalid-input", `column ${j + 1} of the regression depends on those before it`);
    const head = v[j]! > 0 ? -norm : norm;
    v[j]! -= head;
    diagonal[j] = head;
    const scale = -1 / (head * v[j]!); // 2 / |v|²
    for (let i = j + 1; i < k; i++) reflect(v, q[i]!, j, scale);
    reflect(v, z, j, scale);
  }
  const coefficients = z.slice(0, k);
  upperSolve(q, diagonal, coefficients);
  const fitted = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const b = coefficients[j]!;
    const column = columns[j]!;
    for (let t = 0; t < n; t++) fitted[t]! += b * column[t]!;
  }
  const residuals = y.map((v, t) => v - fitted[t]!);
  const sigma2 = dot(z, z, k) / (n - k);
  const standardErrors = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const unit = new Float64Array(k);
    unit[i] = 1;
    upperSolve(q, diagonal, unit); // column i of R⁻¹
    for (let j = 0; j <= i; j++) standardErrors[j]! += unit[j]! ** 2;
  }
  return {
    coefficients,
    standardErrors: standardErrors.map((s) => Math.sqrt(s * sigma2)),
    fitted,
    residuals,
    sigma2,
  };
}

/** x ← x − scale · v (v′x) from row `from` on. */
function reflect(v: Float64Array, x: Float64Array, from: number, scale: number): void {
  let sum = 0;
  for (let t = from; t < v.length; t++) sum += v[t]! * x[t]!;
  sum *= scale;
  for (let t = from; t < v.length; t++) x[t]! -= sum * v[t]!;
}

/** b ← R⁻¹ b; above the diagonal R stands in the columns, on it in `diagonal`. */
function upperSolve(columns: readonly Float64Array[], diagonal: Float64Array, b: Float64Array): void {
  for (let i = diagonal.length - 1; i >= 0; i--) {
    let v = b[i]!;
    for (let j = i + 1; j < diagonal.length; j++) v -= columns[j]![i]! * b[j]!;
    b[i] = v / diagonal[i]!;
  }
}

function dot(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0;
  for (let t = from; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
