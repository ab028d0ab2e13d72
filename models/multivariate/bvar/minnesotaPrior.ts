import { AppError } from "../../errors.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { fitVar } from "../fitVar.ts";

export interface MinnesotaOptions {
  /** λ: overall tightness, the prior standard deviation of an own first lag. */
  tightness: number;
  /** Lag l's prior standard deviation falls as l^−decay. */
  decay?: number;
  /** Prior mean of each series' own first lag: 1 for levels that wander, 0 for rates. */
  ownLag?: number | readonly number[];
  /** Prior standard deviation of the constants in units of the residual scale. */
  constantSpread?: number;
  /** μ: the smaller, the nearer lags sum to one in each equation; null leaves the dummies out. */
  sumOfCoefficients?: number | null;
  /** δ: the smaller, the nearer to a common start of all series; null leaves the dummy out. */
  initialObservation?: number | null;
  /** ψ: prior scale of each residual variance; by default that of an autoregression of the series. */
  scale?: readonly number[];
}

/** A normal-inverse-Wishart prior: Σ ~ IW(Ψ, d), β | Σ ~ N(b, Σ ⊗ Ω), Ω and Ψ diagonal, and dummy observations. */
export interface ConjugatePrior {
  /** k: 1/Ω_ii. */
  precision: Float64Array;
  /** k × n. */
  mean: Matrix;
  /** n. */
  psi: Float64Array;
  degreesOfFreedom: number;
  /** Rows [x′ y′] added to the data, each k + n wide. */
  dummies: Matrix;
}

/**
 * The Minnesota prior in conjugate form, with dummies for sums of coefficients and for the start:
 *   E B_{own first lag} = δ_i,   Var(B_{l,ij} | Σ) = λ² / l^{2a} · Σ_ii / ψ_j,   Σ ~ IW(diag ψ, n + 2)
 *   sums: y = diag(ȳ₀)/μ, x = [y … y, 0];   start: y = ȳ₀′/δ, x = [y … y, 1/δ];   ȳ₀ = mean of the first p rows
 * Regressors are y(t−1) … y(t−p) and a constant. Giannone, Lenza & Primiceri (2015), Review of Economics and
 * Statistics 97, §II and appendix; Doan, Litterman & Sims (1984); Sims (1993).
 */
export function minnesotaPrior(y: Matrix, lags: number, options: MinnesotaOptions): ConjugatePrior {
  const { tightness, decay = 1, ownLag = 1, constantSpread = 1e3 } = options;
  const { sumOfCoefficients = null, initialObservation = null } = options;
  for (const [name, v] of Object.entries({
    tightness,
    constantSpread,
    sumOfCoefficients,
    initialObservation,
  }))
    if (v !== null && !(v > 0 && Number.isFinite(v)))
      throw new AppError("invalid-input", `the prior's ${name} has to be positive; found ${v}`);
  const n = y.cols;
  const k = n * lags + 1;
  const psi = Float64Array.from(options.scale ?? residualScales(y, lags));
  if (psi.length !== n || !psi.every((v) => v > 0))
    throw new AppError("invalid-input", `the prior needs ${n} positive scales; found ${psi.join(", ")}`);
  const precision = new Float64Array(k);
  for (let l = 1; l <= lags; l++)
    for (let j = 0; j < n; j++) precision[(l - 1) * n + j] = (psi[j]! * l ** (2 * decay)) / tightness ** 2;
  precision[k - 1] = 1 / constantSpread ** 2;
  const mean = matrix(k, n);
  for (let i = 0; i < n; i++) mean.data[i * n + i] = typeof ownLag === "number" ? ownLag : (ownLag[i] ?? 1);
  return {
    precision,
    mean,
    psi,
    degreesOfFreedom: n + 2,
    dummies: dummyRows(y, lags, sumOfCoefficients, initialObservation),
  };
}

function dummyRows(y: Matrix, lags: number, mu: number | null, delta: number | null): Matrix {
  const n = y.cols;
  const k = n * lags + 1;
  const start = new Float64Array(n);
  for (let t = 0; t < lags; t++) for (let j = 0; j < n; j++) start[j] = start[j]! + y.data[t * n + j]! / lags;
  const out = matrix((mu === null ? 0 : n) + (delta === null ? 0 : 1), k + n);
  const put = (row: number, j: number, value: number): void => {
    for (let l = 0; l < lags; l++) out.data[row * out.cols + l * n + j] = value;
    out.data[row * out.cols + k + j] = value;
  };
  if (mu !== null) for (let j = 0; j < n; j++) put(j, j, start[j]! / mu);
  if (delta !== null) {
    const row = out.rows - 1;
    for (let j = 0; j < n; j++) put(row, j, start[j]! / delta);
    out.data[row * out.cols + k - 1] = 1 / delta;
  }
  return out;
}

/** Residual variance of an autoregression of each series with as many lags as its length bears, at most `lags`. */
export function residualScales(y: Matrix, lags: number): Float64Array {
  const n = y.cols;
  return Float64Array.from({ length: n }, (_, j) => {
    const own = matrix(
      y.rows,
      1,
      Float64Array.from({ length: y.rows }, (_, t) => y.data[t * n + j]!),
    );
    const order = Math.max(1, Math.min(lags, Math.floor(y.rows / 4) - 1));
    return fitVar(own, { lags: order }).sigma.data[0]!;
  });
}
