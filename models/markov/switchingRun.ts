import type { SwitchingModel } from "./switchingModel.ts";

/** Arrays that a run fills; made once for a model and used again for every parameter point. */
export interface SwitchingRun {
  /** Regimes, lags carried in the joint state (at least 1), joint states, and those without their oldest regime. */
  k: number;
  q: number;
  states: number;
  overlap: number;
  /** Rows filtered: those after the first p. */
  T: number;
  /** digit[s · (q+1) + l] = regime l periods back in joint state s. */
  digit: Int32Array;
  /** T × k: y(t) − x(t)′β_j, for all n rows. */
  around: Float64Array;
  /** T × states: the error of each joint state. */
  errors: Float64Array;
  /** T × states: P(joint state | data up to t). */
  filtered: Float64Array;
  /** (T + 1) × overlap: the same without the oldest regime; row 0 stands before the first period. */
  overlapFiltered: Float64Array;
  /** T × k. */
  predictedMarginal: Float64Array;
  filteredMarginal: Float64Array;
  logLikelihood: number;
}

export function switchingRun(model: SwitchingModel): SwitchingRun {
  const k = model.regimes;
  const q = Math.max(1, model.order);
  const states = k ** (q + 1);
  const overlap = k ** q;
  const T = model.y.length - model.order;
  const digit = new Int32Array(states * (q + 1));
  for (let s = 0; s < states; s++)
    for (let l = q, rest = s; l >= 0; l--) {
      digit[s * (q + 1) + l] = rest % k;
      rest = Math.floor(rest / k);
    }
  return {
    k,
    q,
    states,
    overlap,
    T,
    digit,
    around: new Float64Array(model.y.length * k),
    errors: new Float64Array(T * states),
    filtered: new Float64Array(T * states),
    overlapFiltered: new Float64Array((T + 1) * overlap),
    predictedMarginal: new Float64Array(T * k),
    filteredMarginal: new Float64Array(T * k),
    logLikelihood: Number.NaN,
  };
}
