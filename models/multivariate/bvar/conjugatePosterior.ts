import { AppError } from "../../errors.ts";
import { logGamma } from "../../statistics/distribution/logGamma.ts";
import { choleskyInPlace } from "../../statistics/matrix/cholesky.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { type CrossProducts, lowerGram } from "./crossProducts.ts";
import type { ConjugatePrior } from "./minnesotaPrior.ts";

/** Σ | Y ~ IW(S, ν), vec B | Σ, Y ~ N(vec B̄, Σ ⊗ (X′X + Ω⁻¹)⁻¹). */
export interface ConjugatePosterior {
  n: number;
  k: number;
  /** k × n. */
  mean: Matrix;
  /** Upper triangle with V V′ = (X′X + Ω⁻¹)⁻¹, k × k. */
  spread: Matrix;
  /** Lower factor of S. */
  scaleFactor: Matrix;
  degreesOfFreedom: number;
  logMarginalLikelihood: number;
}

/**
 * Posterior and marginal likelihood in closed form, from one Cholesky factor of the bordered cross products:
 *   [X′X + Ω⁻¹, ·; Y′X + b′Ω⁻¹, Y′Y + b′Ω⁻¹b + Ψ] = [L 0; W′ F] [L 0; W′ F]′,   B̄ = L′⁻¹ W,  S = F F′,  V = L′⁻¹
 *   log p(Y) = −nT/2 log π + log Γ_n((T+d)/2) − log Γ_n(d/2) − n/2 log|Ω| + d/2 log|Ψ| − n Σ log L_ii − (T+d) Σ log F_ii
 * Dummy observations count as data whose own likelihood is taken off. Throws AppError where the data and prior together
 * leave a direction without information. Giannone, Lenza & Primiceri (2015), appendix A; Kadiyala & Karlsson (1997).
 */
export function conjugatePosterior(data: CrossProducts, prior: ConjugatePrior): ConjugatePosterior {
  const { n, k } = data;
  const dummies = prior.dummies.rows;
  const dummyGram = dummies === 0 ? null : lowerGram(prior.dummies);
  const factor = borderedFactor([data.gram, dummyGram], prior, n, k);
  let logMarginalLikelihood = logEvidence(factor, prior, n, k, data.T + dummies);
  if (dummyGram)
    logMarginalLikelihood -= logEvidence(borderedFactor([dummyGram], prior, n, k), prior, n, k, dummies);
  const spread = inverseTransposed(factor, n, k);
  const mean = matrix(k, n);
  const width = k + n;
  for (let i = 0; i < k; i++)
    for (let c = 0; c < n; c++) {
      let s = 0;
      for (let h = i; h < k; h++) s += spread.data[i * k + h]! * factor[(k + c) * width + h]!;
      mean.data[i * n + c] = s;
    }
  const scaleFactor = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) scaleFactor.data[i * n + j] = factor[(k + i) * width + k + j]!;
  return {
    n,
    k,
    mean,
    spread,
    scaleFactor,
    degreesOfFreedom: data.T + dummies + prior.degreesOfFreedom,
    logMarginalLikelihood,
  };
}

/** log p(Y) alone, for searches over the prior: no inverse is formed. */
export function logMarginalLikelihood(data: CrossProducts, prior: ConjugatePrior): number {
  const { n, k } = data;
  const dummies = prior.dummies.rows;
  const dummyGram = dummies === 0 ? null : lowerGram(prior.dummies);
  const all = logEvidence(borderedFactor([data.gram, dummyGram], prior, n, k), prior, n, k, data.T + dummies);
  if (!dummyGram) return all;
  return all - logEvidence(borderedFactor([dummyGram], prior, n, k), prior, n, k, dummies);
}

function borderedFactor(
  grams: readonly (Float64Array | null)[],
  prior: ConjugatePrior,
  n: number,
  k: number,
): Float64Array {
  const width = k + n;
  const a = new Float64Array(width * width);
  for (const gram of grams) if (gram) for (let i = 0; i < a.length; i++) a[i] = a[i]! + gram[i]!;
  const add = (i: number, j: number, v: number): void => {
    a[i * width + j] = a[i * width + j]! + v;
  };
  for (let i = 0; i < k; i++) {
    const w = prior.precision[i]!;
    add(i, i, w);
    for (let c = 0; c < n; c++) {
      const b = prior.mean.data[i * n + c]!;
      if (b === 0) continue;
      add(k + c, i, w * b);
      for (let d = 0; d <= c; d++) add(k + c, k + d, w * b * prior.mean.data[i * n + d]!);
    }
  }
  for (let c = 0; c < n; c++) add(k + c, k + c, prior.psi[c]!);
  const broken = choleskyInPlace(a, width);
  if (broken !== 0)
    throw new AppError(
      "invalid-input",
      broken <= k
        ? `data and prior leave regressor ${broken} of ${k} undetermined; a tighter prior would settle it`
        : `series ${broken - k} is determined by the others; leave it out`,
    );
  return a;
}

function logEvidence(factor: Float64Array, prior: ConjugatePrior, n: number, k: number, T: number): number {
  const width = k + n;
  const d = prior.degreesOfFreedom;
  let sum = -0.5 * n * T * Math.log(Math.PI);
  for (let i = 0; i < n; i++) sum += logGamma((T + d - i) / 2) - logGamma((d - i) / 2);
  for (let i = 0; i < k; i++)
    sum += 0.5 * n * Math.log(prior.precision[i]!) - n * Math.log(factor[i * width + i]!);
  for (let c = 0; c < n; c++)
    sum += 0.5 * d * Math.log(prior.psi[c]!) - (T + d) * Math.log(factor[(k + c) * width + k + c]!);
  return sum;
}

/** L′⁻¹ of the leading k × k block, an upper triangle. */
function inverseTransposed(factor: Float64Array, n: number, k: number): Matrix {
  const width = k + n;
  const out = matrix(k, k);
  const v = out.data;
  for (let c = 0; c < k; c++) {
    v[c * k + c] = 1 / factor[c * width + c]!;
    for (let i = c + 1; i < k; i++) {
      let s = 0;
      for (let h = c; h < i; h++) s -= factor[i * width + h]! * v[c * k + h]!;
      v[c * k + i] = s / factor[i * width + i]!;
    }
  }
  return out;
}
