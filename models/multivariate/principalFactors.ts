import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { crossProduct } from "../statistics/matrix/multiply.ts";
import { symmetricEigen } from "../statistics/matrix/symmetricEigen.ts";
import { checkPanel } from "./checkPanel.ts";

export interface PrincipalFactors {
  /** T × r, mean 0 and variance 1 over the sample. */
  factors: Matrix;
  /** N × r. */
  loadings: Matrix;
  mean: Float64Array;
  scale: Float64Array;
  /** Share of the panel's variance that each factor carries. */
  shares: Float64Array;
}

/**
 * Common factors of a panel by principal components of its standardised series:
 *   min Σ_it (x_it − λ_i′f_t)²,  F′F/T = I   ⇒   Λ = √ eigenvectors of X′X/T by their values,  F = X Λ (Λ′Λ)⁻¹
 * `count` "auto": the r ≤ most that minimises log V(r) + r (N+T)/(NT) log min(N, T), Bai & Ng's IC_p2. Each factor's
 * largest loading is positive. Stock & Watson (2002), JASA 97; Bai & Ng (2002), Econometrica 70.
 */
export function principalFactors(panel: Matrix, count: number | "auto", most = 4): PrincipalFactors {
  const T = panel.rows;
  const N = panel.cols;
  checkPanel("a factor model", panel, 3);
  if (count !== "auto" && !(Number.isInteger(count) && count >= 1 && count <= Math.min(N, T)))
    throw new AppError(
      "invalid-input",
      `a panel of ${N} series has 1 … ${Math.min(N, T)} factors; asked for ${count}`,
    );
  const { x, mean, scale } = standardised(panel);
  const gram = crossProduct(x, x);
  for (let i = 0; i < gram.data.length; i++) gram.data[i] = gram.data[i]! / T;
  const { values, vectors } = symmetricEigen(gram);
  const r = count === "auto" ? informationCount(values, N, T, most) : count;
  const loadings = matrix(N, r);
  const factors = matrix(T, r);
  for (let f = 0; f < r; f++) {
    let largest = 0;
    for (let i = 0; i < N; i++)
      if (Math.abs(vectors.data[i * N + f]!) > Math.abs(largest)) largest = vectors.data[i * N + f]!;
    const root = Math.sqrt(Math.max(values[f]!, Number.MIN_VALUE)) * Math.sign(largest);
    for (let i = 0; i < N; i++) loadings.data[i * r + f] = root * vectors.data[i * N + f]!;
    for (let t = 0; t < T; t++) {
      let s = 0;
      for (let i = 0; i < N; i++) s += x.data[t * N + i]! * vectors.data[i * N + f]!;
      factors.data[t * r + f] = s / root;
    }
  }
  return { factors, loadings, mean, scale, shares: values.slice(0, r).map((v) => v / N) };
}

/** The factors of further rows of the same panel, by the loadings already found. */
export function factorsOfRow(of: PrincipalFactors, row: ArrayLike<number>): Float64Array {
  const N = of.loadings.rows;
  const r = of.loadings.cols;
  return Float64Array.from({ length: r }, (_, f) => {
    let above = 0;
    let below = 0;
    // Loadings of different factors are orthogonal, so that each is projected on alone.
    for (let i = 0; i < N; i++) {
      const l = of.loadings.data[i * r + f]!;
      above += (l * (row[i]! - of.mean[i]!)) / of.scale[i]!;
      below += l * l;
    }
    return above / below;
  });
}

function standardised(panel: Matrix): { x: Matrix; mean: Float64Array; scale: Float64Array } {
  const { rows: T, cols: N } = panel;
  const x = matrix(T, N);
  const mean = new Float64Array(N);
  const scale = new Float64Array(N);
  for (let i = 0; i < N; i++) {
    for (let t = 0; t < T; t++) mean[i] = mean[i]! + panel.data[t * N + i]! / T;
    let squares = 0;
    for (let t = 0; t < T; t++) squares += (panel.data[t * N + i]! - mean[i]!) ** 2;
    scale[i] = Math.sqrt(squares / T);
    for (let t = 0; t < T; t++) x.data[t * N + i] = (panel.data[t * N + i]! - mean[i]!) / scale[i]!;
  }
  return { x, mean, scale };
}

function informationCount(values: Float64Array, N: number, T: number, most: number): number {
  const total = values.reduce((s, v) => s + v, 0);
  const penalty = ((N + T) / (N * T)) * Math.log(Math.min(N, T));
  let best = 1;
  let lowest = Number.POSITIVE_INFINITY;
  let explained = 0;
  for (let r = 1; r <= Math.min(most, N - 1, T - 1); r++) {
    explained += values[r - 1]!;
    const criterion = Math.log(Math.max(total - explained, 1e-12 * total) / N) + r * penalty;
    if (criterion < lowest) {
      lowest = criterion;
      best = r;
    }
  }
  return best;
}
