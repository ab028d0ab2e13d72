import { backThroughElement, backThroughTransition } from "./backward.ts";
import type { Filtered } from "./kalmanFilter.ts";
import { along, shockVariance, spread } from "./shockMoments.ts";
import { smoothedMeans, smootherBase } from "./smootherBase.ts";
import { addGram, addOuter, multiplyAdd, takeProduct, timesT, timesV } from "./squares.ts";
import { type StateSpace, shocksOf } from "./stateSpace.ts";

export interface Smoothed {
  /** E[α(t) | Y], n × m. */
  readonly states: Float64Array;
  /** Var[α(t) | Y], n × m × m. */
  readonly variances: Float64Array;
  /** Cov[α(t+1), α(t) | Y], (n−1) × m × m; empty unless asked for. */
  readonly lagOne: Float64Array;
  /** E[ε(t) | Y] and Var[ε(t) | Y] element by element, n × p. With a covariance H these are of L⁻¹ε (diagonalise.ts). */
  readonly errors: Float64Array;
  readonly errorVariances: Float64Array;
  /** E[η(t) | Y], n × r, and Var[η(t) | Y], n × r × r; those of the last period are before any data. */
  readonly shocks: Float64Array;
  readonly shockVariances: Float64Array;
}

/**
 * Fixed-interval smoother of states and disturbances. Means by meanPass.ts; variances from the last period back:
 *   N ← z z′/F + L′ N L,   L = I − M z′/F          for each element, then  N ← T′ N T
 *   Var α = P − P N P;   Var ε = h − h²(1/F + K′N K);   Var η = Q − Q R′ N(t+1) R Q
 *   Cov[α(t+1), α(t) | Y] = T Var[α(t) | Y] − R Q R′ N(t+1) T P(t|t)
 * A diffuse start is taken in by generalised least squares (smootherBase.ts), whose responses add their squares.
 * Throws AppError("not-enough-data") where the data never reach some diffuse element.
 * Durbin & Koopman, 2nd ed., §4.4–4.7, §5.7, §6.4.
 */
export function smoothStates(
  model: StateSpace,
  filtered: Filtered,
  options: { lagOne?: boolean } = {},
): Smoothed {
  const base = smootherBase(model, filtered);
  const { plan, run, responses } = base;
  const { n, p, m, h, hStep, tStep, vStep } = plan;
  const r = shocksOf(model);
  const mm = m * m;
  const neighbours = options.lagOne === true;
  const means = smoothedMeans(model, base, plan.y);
  const variances = new Float64Array(n * mm);
  const lagOne = new Float64Array(neighbours ? Math.max(0, n - 1) * mm : 0);
  const errors = new Float64Array(n * p);
  const errorVariances = new Float64Array(n * p);
  const shocks = new Float64Array(n * r);
  const shockVariances = new Float64Array(n * r * r);
  const N = new Float64Array(mm);
  const gain = new Float64Array(m);
  const column = new Float64Array(m);
  const work = new Float64Array(mm);
  const product = new Float64Array(mm);
  const B = new Float64Array(m * r);
  const NB = new Float64Array(m * r);
  const eta = new Float64Array(r);
  const q = responses.length;
  const spreads = new Float64Array(m * q);
  for (let t = n - 1; t >= 0; t--) {
    if (plan.varies.V || t === n - 1) spread(model, t, B);
    shockVariance(model, t, B, NB, N, shockVariances);
    if (t + 1 < n) {
      along(B, means.r, (t + 1) * m, shocks, t * r, m, r);
      for (const response of responses) {
        eta.fill(0);
        along(B, response.r, (t + 1) * m, eta, 0, m, r);
        addOuter(shockVariances, t * r * r, eta, 0, eta, 0, r);
      }
    }
    if (neighbours && t + 1 < n) {
      timesT(plan.T, t * tStep, run.filteredVariance, t * mm, work, m);
      product.fill(0);
      multiplyAdd(N, work, product, m);
      timesV(plan.V, t * vStep, product, lagOne, t * mm, m);
    }
    backThroughTransition(N, plan.T, t * tStep, work, m);
    for (let i = p - 1; i >= 0; i--) {
      const k = t * p + i;
      const noise = h[t * hStep + i]!;
      errorVariances[k] = noise;
      const F = run.F[k]!;
      if (!(F > 0)) continue;
      for (let j = 0; j < m; j++) gain[j] = run.M[k * m + j]! / F;
      const D = backThroughElement(N, gain, plan.Z, t * plan.zStep + i, F, column, m);
      errors[k] = noise * means.u[k]!;
      let known = D;
      for (const { u } of responses) known -= u[k]! * u[k]!;
      errorVariances[k] = Math.max(0, noise - noise * noise * known);
    }
    takeProduct(variances, t * mm, run.predictedVariance, t * mm, N, work, m);
    responses.forEach(({ states }, j) => {
      for (let i = 0; i < m; i++) spreads[i * q + j] = states[t * m + i]!;
    });
    if (q > 0) addGram(variances, t * mm, spreads, m, q);
    if (neighbours && t + 1 < n) {
      // The responses' own part is B(t+1) B(t)′, not T B(t) B(t)′: their shocks move them too.
      takeProduct(product, 0, run.predictedVariance, t * mm, N, work, m);
      timesT(plan.T, t * tStep, product, 0, work, m);
      for (let k = 0; k < mm; k++) lagOne[t * mm + k]! += work[k]!;
      for (const { states } of responses) addOuter(lagOne, t * mm, states, (t + 1) * m, states, t * m, m);
    }
  }
  return { states: means.states, variances, lagOne, errors, errorVariances, shocks, shockVariances };
}
