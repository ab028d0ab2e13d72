import { ergodic } from "./ergodic.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import { emptyParameters, type SwitchingParameters } from "./switchingParameters.ts";
import type { SwitchingRun } from "./switchingRun.ts";

/**
 * The slope of log L with respect to every regime's parameters, from the smoothed joint probabilities (Fisher's identity):
 *   ∂ log L/∂θ = E[∂ log p(y, S; θ)/∂θ | data]
 *   transition: expected moves n_ij / p_ij and the ergodic start's dπ = Z dP π;   mean: E[e/σ² (x_t − Σ φ_l x_{t−l})]
 *   φ_l: E[e/σ² (y_{t−l} − m_{t−l})];   σ²: E[e²/σ⁴ − 1/σ²]/2
 * Exact, at the price of one backward pass instead of two filter runs a parameter.
 * Hamilton (1996), Journal of Econometrics 70, §3.
 */
export function switchingScore(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
): SwitchingParameters {
  const out = emptyParameters(model);
  transitionScore(parameters.transition, run, smoothed, out.transition);
  meanScore(model, parameters, run, smoothed, out);
  return out;
}

/** Expected numbers of moves, [to · k + from], those before the first row included. */
export function expectedMoves(run: SwitchingRun, smoothed: Float64Array): Float64Array {
  const { k, q, states, overlap, T, digit } = run;
  const moves = new Float64Array(k * k);
  const lead = overlap / k;
  for (let t = 0; t < T; t++)
    for (let pair = 0, s = t * states; pair < k * k; pair++) {
      let sum = 0;
      for (let i = 0; i < lead; i++, s++) sum += smoothed[s]!;
      moves[pair] = moves[pair]! + sum;
    }
  for (let s = 0; s < states; s++)
    for (let l = 1; l < q; l++) {
      const at = digit[s * (q + 1) + l]! * k + digit[s * (q + 1) + l + 1]!;
      moves[at] = moves[at]! + smoothed[s]!;
    }
  return moves;
}

function transitionScore(
  transition: Float64Array,
  run: SwitchingRun,
  smoothed: Float64Array,
  out: Float64Array,
): void {
  const { k, states } = run;
  const moves = expectedMoves(run, smoothed);
  for (let i = 0; i < k * k; i++) out[i] = moves[i]! === 0 ? 0 : moves[i]! / transition[i]!;
  const { pi, z } = ergodic(transition, k);
  if (!z) return;
  const start = new Float64Array(k);
  for (let s = 0; s < states; s++) start[s % k] = start[s % k]! + smoothed[s]!;
  for (let i = 0; i < k; i++) {
    let slope = 0;
    for (let s = 0; s < k; s++) slope += (start[s]! / pi[s]!) * z[s * k + i]!;
    for (let j = 0; j < k; j++) out[i * k + j] = out[i * k + j]! + slope * pi[j]!;
  }
}

function meanScore(
  model: SwitchingModel,
  { ar, variances }: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
  out: SwitchingParameters,
): void {
  const { design, order: p } = model;
  const { k, states, T, around, errors } = run;
  const m = design.cols;
  const block = states / k;
  // pulls[l · k + j]: weight with which x_{t−l} enters the slope of regime j's coefficients.
  const pulls = new Float64Array((p + 1) * k);
  const sums = new Float64Array(block);
  for (let t = 0; t < T; t++) {
    pulls.fill(0);
    for (let j = 0; j < k; j++) {
      const precision = 1 / variances[j]!;
      let weight = 0;
      let squares = 0;
      let pull = 0;
      for (let i = 0, s = t * states + j * block; i < block; i++, s++) {
        const w = smoothed[s]!;
        const e = errors[s]!;
        const we = w * e;
        weight += w;
        squares += we * e;
        pull += we;
        sums[i] = we * precision;
      }
      pulls[j] = pull * precision;
      out.variances[j] = out.variances[j]! + 0.5 * (squares * precision - weight) * precision;
      // Fold the tree of lagged regimes from the oldest up, so that each lag sees its own marginal sums.
      for (let l = p, width = block; l >= 1; l--, width /= k) {
        const phi = ar[j * p + l - 1]!;
        let slope = 0;
        for (let i = 0, to = 0; i < width; to++) {
          let folded = 0;
          for (let d = 0; d < k; d++, i++) {
            const v = sums[i]!;
            folded += v;
            pulls[l * k + d] = pulls[l * k + d]! - phi * v;
            slope += v * around[(t + p - l) * k + d]!;
          }
          sums[to] = folded;
        }
        out.ar[j * p + l - 1] = out.ar[j * p + l - 1]! + slope;
      }
    }
    for (let l = 0; l <= p; l++)
      for (let j = 0; j < k; j++) {
        const pull = pulls[l * k + j]!;
        const row = (t + p - l) * m;
        for (let c = 0; c < m; c++)
          out.coefficients[j * m + c] = out.coefficients[j * m + c]! + pull * design.data[row + c]!;
      }
  }
}
