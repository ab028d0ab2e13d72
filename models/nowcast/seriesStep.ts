import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { minimiseBetween } from "../statistics/optimise/goldenSection.ts";
import type { PartMoments } from "./expectation.ts";

/** New loadings (k of them), ρ and σ² of one series. */
export interface SeriesParameters {
  loadings: Float64Array;
  rho: number;
  variance: number;
}

/** No variance falls below this share of a standardised series' own: the likelihood has no top where one reaches 0. */
export const LEAST_VARIANCE = 1e-6;
const MOST_RHO = 0.9999;

/** Minimises n log(RSS(ρ)/n) + log-determinant(ρ) over ρ; the old ρ stays where nothing is lower. */
export function bestRho(
  old: number,
  n: number,
  at: (rho: number) => { squares: number; logDeterminant: number },
): { rho: number; variance: number } {
  const variance = (rho: number): number => Math.max(at(rho).squares / n, LEAST_VARIANCE);
  const value = (rho: number): number => {
    const { squares, logDeterminant } = at(rho);
    const v = Math.max(squares / n, LEAST_VARIANCE);
    return n * Math.log(v) + squares / v + logDeterminant;
  };
  const found = minimiseBetween(value, -MOST_RHO, MOST_RHO).x;
  const rho = value(found) <= value(old) ? found : old;
  return { rho, variance: variance(rho) };
}

/**
 * The M-step of a series whose idiosyncratic part is a state. The complete data are the factors and x = λ′f + e in every
 * month, observed or not, so that the loadings move although the state tells the figures without an error of measurement:
 *   λ = λ₀ + [Σ E gg′]⁻¹ Σ E g(e(t) − ρe(t−1)),   g = f(t) − ρf(t−1),
 * the first month weighted by 1 − ρ². With the old e in the state and λ held, E[(y − e)f′] gives the old loadings back for
 * ever. Then ρ and σ² given λ (ECM, Meng & Rubin 1993).
 */
export function stepOfPart(
  { k, sums: s }: PartMoments,
  old: SeriesParameters,
  white: boolean,
): SeriesParameters {
  const r = white ? 0 : old.rho;
  const first = 1 - r * r;
  const kk = k * k;
  const v = (block: number, i: number): number => s[5 + block * k + i]!;
  const f = (block: number, i: number, j: number): number => s[5 + 5 * k + block * kk + i * k + j]!;
  const g = matrix(k, k);
  const b = matrix(k, 1);
  for (let i = 0; i < k; i++) {
    b.data[i] = v(0, i) - r * (v(1, i) + v(2, i)) + r * r * v(3, i) + first * v(4, i);
    for (let j = 0; j < k; j++)
      g.data[i * k + j] =
        f(0, i, j) - r * (f(1, i, j) + f(1, j, i)) + r * r * f(2, i, j) + first * f(3, i, j);
  }
  const move = solvePositive(g, b)?.data ?? new Float64Array(k);
  const square = (
    constant: number,
    linear: (i: number) => number,
    quadratic: (i: number, j: number) => number,
  ): number => {
    let sum = constant;
    for (let i = 0; i < k; i++) {
      sum -= move[i]! * linear(i);
      for (let j = 0; j < k; j++) sum += move[i]! * quadratic(i, j) * move[j]!;
    }
    return sum;
  };
  const now = square(
    s[1]!,
    (i) => 2 * v(0, i),
    (i, j) => f(0, i, j),
  );
  const cross = square(
    s[2]!,
    (i) => v(1, i) + v(2, i),
    (i, j) => f(1, i, j),
  );
  const past = square(
    s[3]!,
    (i) => 2 * v(3, i),
    (i, j) => f(2, i, j),
  );
  const start = square(
    s[4]!,
    (i) => 2 * v(4, i),
    (i, j) => f(3, i, j),
  );
  const n = s[0]! + 1;
  const at = (rho: number) => ({
    squares: now - 2 * rho * cross + rho * rho * past + (1 - rho * rho) * start,
    logDeterminant: -Math.log(1 - rho * rho),
  });
  const loadings = old.loadings.map((l, i) => l + move[i]!);
  if (white) return { loadings, rho: 0, variance: Math.max(at(0).squares / n, LEAST_VARIANCE) };
  return { loadings, ...bestRho(old.rho, n, at) };
}
