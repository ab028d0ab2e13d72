import { describe, expect, it } from "vitest";
import { randomSource } from "../random/generator.ts";
import { cholesky, logDeterminantOf, solvePositive } from "./cholesky.ts";
import { generalEigen, qr, svd } from "./decompose.ts";
import { fromColumns, fromRows, identity, type Matrix, matrix, toRows, transpose } from "./matrix.ts";
import { crossProduct, multiply } from "./multiply.ts";
import { solve } from "./solve.ts";
import { symmetricEigen } from "./symmetricEigen.ts";

function random(rows: number, cols: number, seed = 7): Matrix {
  const source = randomSource(seed);
  return matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, () => source.normal()),
  );
}

const diagonal = (of: Float64Array): Matrix => {
  const out = matrix(of.length, of.length);
  of.forEach((v, i) => {
    out.data[i * of.length + i] = v;
  });
  return out;
};

function largestDifference(a: Matrix, b: Matrix): number {
  expect([a.rows, a.cols]).toEqual([b.rows, b.cols]);
  return a.data.reduce((most, v, i) => Math.max(most, Math.abs(v - b.data[i]!)), 0);
}

describe("dense kernels", () => {
  it("multiplies sizes that do and do not fill its tiles like the definition", () => {
    for (const [m, k, n] of [
      [1, 1, 1],
      [4, 4, 4],
      [5, 3, 7],
      [9, 13, 6],
    ] as const) {
      const a = random(m, k, 1);
      const b = random(k, n, 2);
      const byDefinition = toRows(a).map((row) =>
        Array.from({ length: n }, (_, j) => row.reduce((s, x, p) => s + x * b.data[p * n + j]!, 0)),
      );
      expect(largestDifference(multiply(a, b), fromRows(byDefinition))).toBeLessThan(1e-13);
    }
  });

  it("takes the cross product as the product with the transpose", () => {
    const a = random(9, 4, 1);
    const b = random(9, 3, 2);
    expect(largestDifference(crossProduct(a, b), multiply(transpose(a), b))).toBeLessThan(1e-13);
  });

  it("refuses sizes that do not fit, naming both", () => {
    expect(() => multiply(random(2, 3), random(2, 3))).toThrow(/2 × 3 by 2 × 3/);
    expect(() => matrix(2, 2, new Float64Array(3))).toThrow(/4 entries; found 3/);
    expect(() => fromRows([[1, 2], [3]])).toThrow(/row 2 has 1 entries/);
  });

  it("factors a positive matrix and solves with it", () => {
    const x = random(30, 8);
    const a = crossProduct(x, x);
    const l = cholesky(a)!;
    expect(largestDifference(multiply(l, transpose(l)), a)).toBeLessThan(1e-12);
    const b = random(8, 2, 3);
    expect(largestDifference(multiply(a, solvePositive(a, b)!), b)).toBeLessThan(1e-10);
    const values = symmetricEigen(a).values;
    expect(logDeterminantOf(l)).toBeCloseTo(
      values.reduce((s, v) => s + Math.log(v), 0),
      10,
    );
  });

  it("answers null where a matrix is not positive definite or singular", () => {
    expect(
      cholesky(
        fromRows([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      solve(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
        identity(2),
      ),
    ).toBeNull();
  });

  it("solves a general system that needs its rows exchanged", () => {
    const a = fromRows([
      [0, 2, 1],
      [1, 0, 0],
      [3, 0, 1],
    ]);
    const b = random(3, 2);
    expect(largestDifference(multiply(a, solve(a, b)!), b)).toBeLessThan(1e-14);
  });
});

describe("decompositions", () => {
  it.each([1, 2, 5, 40])("gives the eigenvalues and vectors of a symmetric matrix of %i rows", (n) => {
    const x = random(n + 3, n);
    const a = crossProduct(x, x);
    const { values, vectors } = symmetricEigen(a);
    expect(Array.from(values)).toEqual([...values].sort((p, q) => q - p));
    expect(largestDifference(crossProduct(vectors, vectors), identity(n))).toBeLessThan(1e-13);
    const back = multiply(multiply(vectors, diagonal(values)), transpose(vectors));
    expect(largestDifference(back, a) / values[0]!).toBeLessThan(1e-13);
  });

  it("puts A = U diag(s) V′ back together, tall and wide", () => {
    for (const [m, n] of [
      [9, 4],
      [4, 9],
    ] as const) {
      const a = random(m, n);
      const { u, s, v } = svd(a);
      expect(largestDifference(multiply(multiply(u, diagonal(s)), transpose(v)), a)).toBeLessThan(1e-12);
    }
  });

  it("puts A = Q R back together", () => {
    const a = random(9, 4);
    const { q, r } = qr(a);
    expect(largestDifference(multiply(q, r), a)).toBeLessThan(1e-13);
  });

  it("finds a complex pair: a rotation by 90 degrees", () => {
    const { real, imaginary } = generalEigen(
      fromColumns([
        [0, 1],
        [-1, 0],
      ]),
    );
    expect(Math.max(...real.map(Math.abs))).toBeLessThan(1e-15);
    expect([...imaginary].sort()).toEqual([-1, 1]);
  });
});
