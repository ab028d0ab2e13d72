import { expNonPositive } from "../statistics/expNonPositive.ts";
import { ergodic } from "./ergodic.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import type { SwitchingParameters } from "./switchingParameters.ts";
import type { SwitchingRun } from "./switchingRun.ts";

/**
 * Hamilton's filter over the joint states (S_t, S_{t−1}, …, S_{t−q}), started from the ergodic probabilities; returns
 * log L given the first p rows.
 *   e(t) = (y_t − x_t′β_{S_t}) − Σ_l φ_l (y_{t−l} − x_{t−l}′β_{S_{t−l}}),   e ~ N(0, σ²_{S_t})
 *   P(s | t−1) = P(S_t | S_{t−1}) Σ_{oldest} P(· | t−1),   L_t = Σ_s P(s | t−1) N(e(t, s)),   P(s | t) ∝ the terms
 * Where the densities of a period are all next to nothing they are taken relative to the largest of them.
 * Hamilton (1989), Econometrica 57; Hamilton (1994), Time Series Analysis, §22.4.
 */
export function switchingFilter(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
): number {
  const { k, states, overlap, T } = run;
  const { transition, variances } = parameters;
  for (let j = 0; j < k; j++) if (!(variances[j]! > 0)) return fail(run);
  fillErrors(model, parameters, run);
  fillInitial(run, transition);
  const { filtered, overlapFiltered, filteredMarginal } = run;
  // Regime S_{t−1} is the leading digit of the overlap (S_{t−1}, …).
  const lead = overlap / k;
  const halfPrecision = variances.map((v) => 0.5 / v);
  const scale = variances.map((v) => 1 / Math.sqrt(2 * Math.PI * v));
  let total = 0;
  let product = 1;
  for (let t = 0; t < T; t++) {
    const at = t * states;
    let likelihood = weigh(run, transition, halfPrecision, scale, t, 0);
    if (!(likelihood > UNDERFLOW)) {
      const least = leastExponent(run, halfPrecision, t);
      likelihood = weigh(run, transition, halfPrecision, scale, t, least);
      if (!(likelihood > 0)) return fail(run);
      total -= least;
    }
    // One logarithm for several periods: the product stays far from the ends of the range.
    product *= likelihood;
    if (product < 1e-100 || product > 1e100) {
      total += Math.log(product);
      product = 1;
    }
    const inverse = 1 / likelihood;
    for (let j = 0, s = at, o = (t + 1) * overlap; j < k; j++) {
      let marginal = 0;
      for (let i = 0; i < lead; i++, o++) {
        let sum = 0;
        for (let oldest = 0; oldest < k; oldest++, s++) {
          const f = filtered[s]! * inverse;
          filtered[s] = f;
          sum += f;
        }
        overlapFiltered[o] = sum;
        marginal += sum;
      }
      filteredMarginal[t * k + j] = marginal;
    }
  }
  predictMarginals(run, transition);
  run.logLikelihood = total + Math.log(product);
  return Number.isFinite(run.logLikelihood) ? run.logLikelihood : fail(run);
}

/** Below this the densities of a period are taken again relative to the largest of them. */
const UNDERFLOW = 1e-150;

/** Fills row t of `filtered` with P(s | t−1) N(e(t, s)) e^shift and returns the sum. */
function weigh(
  run: SwitchingRun,
  transition: Float64Array,
  halfPrecision: Float64Array,
  scale: Float64Array,
  t: number,
  shift: number,
): number {
  const { k, states, overlap, errors, filtered, overlapFiltered } = run;
  const lead = overlap / k;
  let likelihood = 0;
  for (let j = 0, s = t * states; j < k; j++) {
    const h = halfPrecision[j]!;
    for (let from = 0, o = t * overlap; from < k; from++) {
      const p = transition[j * k + from]! * scale[j]!;
      for (let i = 0; i < lead; i++, o++, s++) {
        const e = errors[s]!;
        const joint = p * overlapFiltered[o]! * expNonPositive(shift - h * e * e);
        filtered[s] = joint;
        likelihood += joint;
      }
    }
  }
  return likelihood;
}

/** P(S_t | data up to t−1) of every period, from the filtered probabilities of the one before. */
function predictMarginals(run: SwitchingRun, transition: Float64Array): void {
  const { k, overlap, T, overlapFiltered, filteredMarginal, predictedMarginal } = run;
  const lead = overlap / k;
  for (let t = 0; t < T; t++)
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let from = 0; from < k; from++) {
        let before = 0;
        if (t > 0) before = filteredMarginal[(t - 1) * k + from]!;
        else for (let i = 0; i < lead; i++) before += overlapFiltered[from * lead + i]!;
        sum += transition[j * k + from]! * before;
      }
      predictedMarginal[t * k + j] = sum;
    }
}

function leastExponent({ k, states, errors }: SwitchingRun, halfPrecision: Float64Array, t: number): number {
  const block = states / k;
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < states; s++) {
    const e = errors[t * states + s]!;
    least = Math.min(least, halfPrecision[Math.floor(s / block)]! * e * e);
  }
  return least;
}

const fail = (run: SwitchingRun): number => {
  run.logLikelihood = Number.NEGATIVE_INFINITY;
  return Number.NEGATIVE_INFINITY;
};

function fillErrors(model: SwitchingModel, parameters: SwitchingParameters, run: SwitchingRun): void {
  const { y, design, order: p } = model;
  const { k, states, T, around, errors } = run;
  const { coefficients, ar } = parameters;
  const m = design.cols;
  for (let t = 0; t < y.length; t++)
    for (let j = 0; j < k; j++) {
      let z = y[t]!;
      for (let c = 0; c < m; c++) z -= design.data[t * m + c]! * coefficients[j * m + c]!;
      around[t * k + j] = z;
    }
  if (p === 0) {
    for (let t = 0; t < T; t++)
      for (let s = 0; s < states; s++) errors[t * states + s] = around[t * k + Math.floor(s / k)]!;
    return;
  }
  const block = states / k;
  for (let t = 0; t < T; t++) {
    const at = t * states;
    for (let j = 0; j < k; j++) {
      // The tree of lagged regimes grows in place, from the lag next to the present down to the oldest.
      const from = at + j * block;
      errors[from] = around[(t + p) * k + j]!;
      for (let l = 1, width = 1, stride = block; l <= p; l++, width *= k) {
        const phi = ar[j * p + l - 1]!;
        const row = (t + p - l) * k;
        const step = stride / k;
        for (let w = 0; w < width; w++) {
          const node = from + w * stride;
          const held = errors[node]!;
          for (let d = 0; d < k; d++) errors[node + d * step] = held - phi * around[row + d]!;
        }
        stride = step;
      }
    }
  }
}

/** Row 0 of the overlap: P(S_{p−1}, …, S_{p−q}) of a chain that has run for ever. */
function fillInitial(run: SwitchingRun, transition: Float64Array): void {
  const { k, q, overlap, digit, overlapFiltered } = run;
  const { pi } = ergodic(transition, k);
  for (let o = 0; o < overlap; o++) {
    // The digits of o are those of joint state o after its leading regime, which is 0.
    const at = o * (q + 1) + 1;
    let p = pi[digit[at + q - 1]!]!;
    for (let l = 0; l < q - 1; l++) p *= transition[digit[at + l]! * k + digit[at + l + 1]!]!;
    overlapFiltered[o] = p;
  }
}
