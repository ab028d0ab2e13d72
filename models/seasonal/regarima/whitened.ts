/**
 * Least squares on whitened columns with what inference needs: the factor of XᵀX.
 *   XᵀX = LLᵀ,  L z = Xᵀy,  Lᵀβ = z,  RSS = |y − Xβ|²
 * A column that depends on those before it is left out with coefficient 0 and named in `dependent`.
 */
export interface WhitenedFit {
  coefficients: Float64Array;
  residuals: Float64Array;
  residualSquares: number;
  /** Lower factor, k × k row by row; a zero pivot for a dependent column. */
  factor: Float64Array;
  dependent: readonly number[];
  /** log det XᵀX over the first `block` columns. */
  logDeterminant: number;
}

/** A column whose part not explained by those before it is below this share of its square counts as dependent. */
const DEPENDENT = 1e-11;

export function whitenedFit(y: Float64Array, columns: readonly Float64Array[], block = 0): WhitenedFit {
  const k = columns.length;
  const n = y.length;
  const l = new Float64Array(k * k);
  const b = new Float64Array(k);
  const dependent: number[] = [];
  let logDeterminant = 0;
  for (let i = 0; i < k; i++) {
    const xi = columns[i]!;
    for (let j = 0; j <= i; j++) {
      const xj = columns[j]!;
      let v = dot(xi, xj, n);
      const square = v;
      for (let h = 0; h < j; h++) v -= l[i * k + h]! * l[j * k + h]!;
      if (j < i) l[i * k + j] = l[j * k + j] === 0 ? 0 : v / l[j * k + j]!;
      else if (v > DEPENDENT * square) l[i * k + i] = Math.sqrt(v);
      else dependent.push(i);
    }
    const pivot = l[i * k + i]!;
    if (pivot === 0) continue;
    if (i < block) logDeterminant += 2 * Math.log(pivot);
    let v = dot(xi, y, n);
    for (let h = 0; h < i; h++) v -= l[i * k + h]! * b[h]!;
    b[i] = v / pivot;
  }
  for (let i = k - 1; i >= 0; i--) {
    if (l[i * k + i] === 0) continue;
    let v = b[i]!;
    for (let h = i + 1; h < k; h++) v -= l[h * k + i]! * b[h]!;
    b[i] = v / l[i * k + i]!;
  }
  const residuals = y.slice();
  for (let i = 0; i < k; i++) {
    const bi = b[i]!;
    const xi = columns[i]!;
    if (bi !== 0) for (let t = 0; t < n; t++) residuals[t] = residuals[t]! - bi * xi[t]!;
  }
  return {
    coefficients: b,
    residuals,
    residualSquares: dot(residuals, residuals, n),
    factor: l,
    dependent,
    logDeterminant,
  };
}

/** (XᵀX)⁻¹ from its factor, k × k; rows and columns of dependent regressors are 0. */
export function inverseOf(l: Float64Array, k: number): Float64Array {
  const inverse = new Float64Array(k * k);
  for (let c = 0; c < k; c++) {
    if (l[c * k + c] === 0) continue;
    for (let i = c; i < k; i++) {
      const pivot = l[i * k + i]!;
      if (pivot === 0) continue;
      let v = i === c ? 1 : 0;
      for (let h = c; h < i; h++) v -= l[i * k + h]! * inverse[h * k + c]!;
      inverse[i * k + c] = v / pivot;
    }
  }
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      let v = 0;
      for (let h = i; h < k; h++) v += inverse[h * k + i]! * inverse[h * k + j]!;
      out[i * k + j] = out[j * k + i] = v;
    }
  return out;
}

function dot(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[i]! * b[i]!;
  return sum;
}
