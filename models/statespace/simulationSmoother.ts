import type { RandomSource } from "../statistics/random/generator.ts";
import { normalSampler } from "./drawNormal.ts";
import type { Filtered } from "./kalmanFilter.ts";
import { sparseDot } from "./meanPass.ts";
import { timesVector } from "./moveVariance.ts";
import { smoothedMeans, smootherBase } from "./smootherBase.ts";
import { type StateSpace, shocksOf } from "./stateSpace.ts";

/**
 * Draws of all states given the data, by the mean-corrected simulation smoother:
 *   α⁺, y⁺ from the model with mean 0 (and δ = 0 where the start is diffuse),   α̃ = α⁺ + E[α | y − y⁺]
 * Each call of the sampler gives n × m states; the filter run is used again for every draw (smootherBase.ts).
 * Throws AppError("not-enough-data") while something diffuse is left.
 * Durbin & Koopman (2002), Biometrika 89; Jarociński (2015), Computational Statistics & Data Analysis 91.
 */
export function simulationSmoother(
  model: StateSpace,
  filtered: Filtered,
): (random: RandomSource) => Float64Array {
  const base = smootherBase(model, filtered);
  const { plan } = base;
  const { n, p, m, T, tStep, h, hStep, copied } = plan;
  const start = normalSampler(model.initial.P, m);
  const shocks = shockSamplers(model);
  return (random) => {
    const states = new Float64Array(n * m);
    const y = new Float64Array(n * p);
    const next = new Float64Array(m);
    start(random, states, 0);
    for (let t = 0; t < n; t++) {
      for (let i = 0; i < p; i++) {
        const k = t * p + i;
        const noise = Math.sqrt(h[t * hStep + i]!) * random.normal();
        y[k] = plan.y[k]! - sparseDot(plan.Z, t * plan.zStep + i, states, t * m) - noise;
      }
      if (t + 1 === n) break;
      timesVector(T, t * tStep, copied, states, t * m, next, m);
      shocks[t % shocks.length]!(random, next, 0);
      states.set(next, (t + 1) * m);
    }
    const means = smoothedMeans(model, base, y).states;
    for (let k = 0; k < states.length; k++) states[k]! += means[k]!;
    return states;
  };
}

/** One sampler of R η, or one a period where Q or R varies. */
function shockSamplers(model: StateSpace): ((random: RandomSource, out: Float64Array, at: number) => void)[] {
  const { states: m, Q, R } = model;
  const r = shocksOf(model);
  const blocks = Math.max(Q.length / Math.max(1, r * r), R ? R.length / Math.max(1, m * r) : 1, 1);
  const eta = new Float64Array(r);
  return Array.from({ length: blocks }, (_, t) => {
    const q = Q.length > r * r ? t * r * r : 0;
    const s = R && R.length > m * r ? t * m * r : 0;
    const draw = normalSampler(Q.slice(q, q + r * r), r);
    return (random: RandomSource, out: Float64Array, at: number) => {
      if (!R) return draw(random, out, at);
      eta.fill(0);
      draw(random, eta, 0);
      for (let i = 0; i < m; i++) for (let j = 0; j < r; j++) out[at + i]! += R[s + i * r + j]! * eta[j]!;
    };
  });
}
