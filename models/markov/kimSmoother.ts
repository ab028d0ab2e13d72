import type { SwitchingRun } from "./switchingRun.ts";

/**
 * P(joint state | all data), T × states, after a run of the filter:
 *   P(o, s_{t−q} | T) = P(o, s_{t−q} | t) · Σ_{S_{t+1}} P(S_{t+1}, o | T) / P(o | t)
 * with o = (S_t, …, S_{t−q+1}), the part that the joint states of t and t+1 share: exact, not an approximation, because
 * given o the oldest regime knows nothing of what follows. Kim (1994), Journal of Econometrics 60.
 */
export function kimSmoother(
  run: SwitchingRun,
  smoothed = new Float64Array(run.T * run.states),
): Float64Array {
  const { k, states, overlap, T, filtered, overlapFiltered } = run;
  const last = (T - 1) * states;
  smoothed.set(filtered.subarray(last, last + states), last);
  for (let t = T - 2; t >= 0; t--) {
    const at = t * states;
    const next = at + states;
    for (let o = 0, s = 0; o < overlap; o++) {
      let ahead = 0;
      for (let j = 0; j < k; j++) ahead += smoothed[next + j * overlap + o]!;
      const now = overlapFiltered[(t + 1) * overlap + o]!;
      const ratio = now > 0 ? ahead / now : 0;
      for (let oldest = 0; oldest < k; oldest++, s++) smoothed[at + s] = filtered[at + s]! * ratio;
    }
  }
  return smoothed;
}

/** Sums of joint probabilities by the present regime, T × k. */
export function presentRegime(run: SwitchingRun, joint: Float64Array): Float64Array<ArrayBuffer> {
  const { k, states, T } = run;
  const block = states / k;
  const out = new Float64Array(T * k);
  for (let t = 0; t < T; t++)
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let i = 0; i < block; i++) sum += joint[t * states + j * block + i]!;
      out[t * k + j] = sum;
    }
  return out;
}
