import { AppError } from "../errors.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { baiNg } from "./baiNg.ts";
import { checkPanel } from "./checkPanel.ts";
import { pca } from "./pca.ts";

export interface PrincipalFactors {
  /** T × r, mean 0 and variance 1 over the sample. */
  factors: Matrix;
  /** N × r: what a factor of 1 does to each standardised series. */
  loadings: Matrix;
  mean: Float64Array;
  deviation: Float64Array;
}

/**
 * Common factors of a panel by principal components of its standardised series:
 *   min Σ_it (x_it − λ_i′f_t)²,  F′F/T = I   ⇒   Λ = V √(eigenvalues of Z′Z / T),  F = Z Λ (Λ′Λ)⁻¹
 * `count` "auto": Bai & Ng's IC_p2 between 1 and `most`. Each factor's largest loading is positive.
 * Stock & Watson (2002), JASA 97; Bai & Ng (2002), Econometrica 70.
 */
export function principalFactors(panel: Matrix, count: number | "auto", most = 4): PrincipalFactors {
  const { rows: T, cols: N } = panel;
  checkPanel("a factor model", panel, 3);
  const fewer = Math.min(N, T);
  if (count !== "auto" && !(Number.isInteger(count) && count >= 1 && count <= fewer))
    throw new AppError(
      "invalid-input",
      `a panel of ${N} series has 1 … ${fewer} factors; asked for ${count}`,
    );
  const { eigenvalues, factors, loadings, mean, deviation } = pca(panel);
  const chosen = () =>
    fewer === 1 ? 1 : Math.max(1, baiNg(eigenvalues, T, N, { most: Math.min(most, fewer - 1) }).chosen[1]);
  const r = count === "auto" ? chosen() : count;
  const out = { factors: matrix(T, r), loadings: matrix(N, r), mean, deviation };
  for (let f = 0; f < r; f++) {
    for (let t = 0; t < T; t++)
      out.factors.data[t * r + f] = Math.sqrt(T) * factors.data[t * factors.cols + f]!;
    const size = Math.sqrt(eigenvalues[f]! / T);
    for (let i = 0; i < N; i++) out.loadings.data[i * r + f] = size * loadings.data[i * loadings.cols + f]!;
  }
  return out;
}

/** The factors of a further row of the same panel, by the loadings already found. */
export function factorsOfRow(of: PrincipalFactors, row: ArrayLike<number>): Float64Array {
  const N = of.loadings.rows;
  const r = of.loadings.cols;
  return Float64Array.from({ length: r }, (_, f) => {
    let above = 0;
    let below = 0;
    // Loadings of different factors are orthogonal, so that each is projected on alone.
    for (let i = 0; i < N; i++) {
      const l = of.loadings.data[i * r + f]!;
      above += (l * (row[i]! - of.mean[i]!)) / of.deviation[i]!;
      below += l * l;
    }
    return above / below;
  });
}
