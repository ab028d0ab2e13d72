import { AppError } from "../errors.ts";
import type { Filtered } from "./kalmanFilter.ts";
import type { StateSpace } from "./stateSpace.ts";

export interface ObservationForecast {
  /** E[y(n+h) | Y], horizon × p. */
  readonly mean: Float64Array;
  /** Var[y(n+h) | Y], horizon × p × p. */
  readonly variance: Float64Array;
}

/**
 * Mean and variance of the observations 1 to `horizon` periods ahead of the last, from the filter's last prediction:
 *   ȳ = Z a + d,  F = Z P Z′ + H,   a ← T a + c,  P ← T P T′ + R Q R′
 * A model with varying matrices holds n + horizon blocks of each and is filtered with `horizon` periods of NaN at the
 * end of y; `ahead` below then reads them from that output. Durbin & Koopman, 2nd ed., §4.11.
 * Throws AppError("not-enough-data") while something diffuse is left.
 */
export function forecastObservations(
  model: StateSpace,
  filtered: Filtered,
  horizon: number,
): ObservationForecast {
  refuseDiffuse(filtered);
  const { plan } = filtered;
  const { n, p, m, T, V } = plan;
  if (Object.values(plan.varies).some(Boolean))
    throw new AppError(
      "invalid-input",
      "a model whose matrices vary is forecast by filtering it over the periods ahead as gaps",
    );
  const mean = new Float64Array(horizon * p);
  const variance = new Float64Array(horizon * p * p);
  let a = filtered.predicted.slice(n * m, (n + 1) * m);
  let P = filtered.predictedVariance.slice(n * m * m, (n + 1) * m * m);
  const TP = new Float64Array(m * m);
  let nextA = new Float64Array(m);
  let nextP = new Float64Array(m * m);
  for (let h = 0; h < horizon; h++) {
    observe(model, 0, a, P, mean, variance, h);
    TP.fill(0);
    nextP.fill(0);
    for (let i = 0; i < m; i++) {
      let s = plan.c[i]!;
      for (let k = T.start[i]!; k < T.start[i + 1]!; k++) {
        const x = T.value[k]!;
        const j = T.column[k]!;
        s += x * a[j]!;
        for (let l = 0; l < m; l++) TP[i * m + l]! += x * P[j * m + l]!;
      }
      nextA[i] = s;
    }
    for (let j = 0; j < m; j++)
      for (let k = T.start[j]!; k < T.start[j + 1]!; k++)
        for (let i = 0; i < m; i++) nextP[i * m + j]! += T.value[k]! * TP[i * m + T.column[k]!]!;
    for (let e = 0; e < V.start[1]!; e++) {
      const i = Math.floor(V.at[e]! / m);
      const j = V.at[e]! - i * m;
      nextP[i * m + j]! += V.value[e]!;
      if (i !== j) nextP[j * m + i]! += V.value[e]!;
    }
    [a, nextA] = [nextA, a];
    [P, nextP] = [nextP, P];
  }
  return { mean, variance };
}

/**
 * Mean and variance of y(t) given what came before t, for the last `horizon` periods of a filtered sample: the forecast,
 * where those periods were gaps. Works for models whose matrices vary.
 */
export function ahead(model: StateSpace, filtered: Filtered, horizon: number): ObservationForecast {
  refuseDiffuse(filtered);
  const { n, p, m } = filtered.plan;
  const mean = new Float64Array(horizon * p);
  const variance = new Float64Array(horizon * p * p);
  for (let h = 0; h < horizon; h++) {
    const t = n - horizon + h;
    const a = filtered.predicted.subarray(t * m, (t + 1) * m);
    const P = filtered.predictedVariance.subarray(t * m * m, (t + 1) * m * m);
    observe(model, t, a, P, mean, variance, h);
  }
  return { mean, variance };
}

function refuseDiffuse({ sums, plan }: Filtered): void {
  if (sums.unreached > 0)
    throw new AppError(
      "not-enough-data",
      `a forecast needs data that determine every diffuse state; ${sums.unreached} of ${plan.q} stay open after ${plan.n} periods`,
    );
}

/** ȳ = Z a + d and F = Z P Z′ + H of period t into row h. */
function observe(
  { series: p, states: m, Z, d, h: noise, H }: StateSpace,
  t: number,
  a: Float64Array,
  P: Float64Array,
  mean: Float64Array,
  variance: Float64Array,
  h: number,
): void {
  const z = Z.length > p * m ? t * p * m : 0;
  const from = d && d.length > p ? t * p : 0;
  for (let i = 0; i < p; i++) {
    let s = d ? d[from + i]! : 0;
    for (let j = 0; j < m; j++) s += Z[z + i * m + j]! * a[j]!;
    mean[h * p + i] = s;
    for (let l = 0; l < p; l++) {
      let f = 0;
      if (H) f = H[(H.length > p * p ? t * p * p : 0) + i * p + l]!;
      else if (i === l) f = noise![(noise!.length > p ? t * p : 0) + i]!;
      for (let j = 0; j < m; j++) {
        const x = Z[z + i * m + j]!;
        if (x !== 0) for (let k = 0; k < m; k++) f += x * P[j * m + k]! * Z[z + l * m + k]!;
      }
      variance[(h * p + i) * p + l] = f;
    }
  }
}
