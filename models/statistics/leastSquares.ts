/** Least squares of y on columns, from their inner products. */
export interface LeastSquares {
  coefficients: Float64Array;
  residualSquares: number;
  /** log det of XᵀX over the first `block` columns, directions that carry nothing left out. */
  logDeterminant: number;
  /** Columns of the block that carry something of their own. */
  rank: number;
  /** L, row by row; a dependent column has 0 on the diagonal. */
  factor: Float64Array;
}

/** A column whose part not explained by those before it is below this share of its square counts as dependent. */
const DEPENDENT = 1e-10;

/**
 * Minimises |y − Xb|² by a Cholesky factorisation of XᵀX in the order given. A column that depends on those before it
 * gets coefficient 0. For few columns (tens) of comparable scale.
 *   XᵀX = LLᵀ,  L z = Xᵀy,  Lᵀb = z,  residual = yᵀy − zᵀz
 */
export function leastSquares(
  y: Float64Array,
  columns: readonly Float64Array[],
  block = columns.length,
): LeastSquares {
  const k = columns.length;
  const l = new Float64Array(k * k);
  const z = new Float64Array(k);
  let residualSquares = dot(y, y);
  let logDeterminant = 0;
  let rank = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let v = dot(columns[i]!, columns[j]!);
      for (let h = 0; h < j; h++) v -= l[i * k + h]! * l[j * k + h]!;
      if (j < i) l[i * k + j] = l[j * k + j] === 0 ? 0 : v / l[j * k + j]!;
      else l[i * k + i] = v > DEPENDENT * dot(columns[i]!, columns[i]!) ? Math.sqrt(v) : 0;
    }
    const pivot = l[i * k + i]!;
    if (pivot === 0) continue;
    let v = dot(columns[i]!, y);
    for (let h = 0; h < i; h++) v -= l[i * k + h]! * z[h]!;
    z[i] = v / pivot;
    residualSquares -= z[i]! ** 2;
    if (i < block) {
      logDeterminant += 2 * Math.log(pivot);
      rank++;
    }
  }
  const coefficients = new Float64Array(k);
  for (let i = k - 1; i >= 0; i--) {
    if (l[i * k + i] === 0) continue;
    let v = z[i]!;
    for (let h = i + 1; h < k; h++) v -= l[h * k + i]! * coefficients[h]!;
    coefficients[i] = v / l[i * k + i]!;
  }
  return { coefficients, residualSquares: Math.max(0, residualSquares), logDeterminant, rank, factor: l };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
