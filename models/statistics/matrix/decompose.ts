import {
  EigenvalueDecomposition,
  Matrix as MlMatrix,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";
import { type Matrix, matrix } from "./matrix.ts";

/*
 * Decompositions off the hot path, by ml-matrix (JAMA's algorithms): as accurate as LAPACK to about 1e-13 of the largest
 * value, slower for hundreds of rows. Symmetric matrices: symmetricEigen.ts.
 */

export interface Svd {
  u: Matrix;
  /** Descending. */
  s: Float64Array;
  v: Matrix;
}

/** A = U diag(s) V′, tall or wide: as many columns of U and V as the smaller side of A. */
export function svd(a: Matrix): Svd {
  const d = new SingularValueDecomposition(toMl(a), { autoTranspose: true });
  return {
    u: fromMl(d.leftSingularVectors),
    s: Float64Array.from(d.diagonal),
    v: fromMl(d.rightSingularVectors),
  };
}

export interface GeneralEigen {
  /** Of λ, in no order. */
  real: Float64Array;
  imaginary: Float64Array;
  /** Columns; for a complex pair at j, j+1 they hold the real and the imaginary part. */
  vectors: Matrix;
}

/** A v = λ v for any square A: eigenvalues and vectors, which may be complex. */
export function generalEigen(a: Matrix): GeneralEigen {
  const d = new EigenvalueDecomposition(toMl(a));
  return {
    real: Float64Array.from(d.realEigenvalues),
    imaginary: Float64Array.from(d.imaginaryEigenvalues),
    vectors: fromMl(d.eigenvectorMatrix),
  };
}

/** A = Q R by Householder reflections: Q rows × cols with orthonormal columns, R upper triangular. rows ≥ cols. */
export function qr(a: Matrix): { q: Matrix; r: Matrix } {
  const d = new QrDecomposition(toMl(a));
  return { q: fromMl(d.orthogonalMatrix), r: fromMl(d.upperTriangularMatrix) };
}

const toMl = (a: Matrix): MlMatrix => MlMatrix.from1DArray(a.rows, a.cols, a.data);
const fromMl = (a: MlMatrix): Matrix => matrix(a.rows, a.columns, Float64Array.from(a.to1DArray()));
