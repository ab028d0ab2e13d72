import { choleskyInPlace, solveLower, solveLowerTransposed } from "../statistics/matrix/cholesky.ts";
import type { SwitchingModel } from "./switchingModel.ts";
import type { SwitchingParameters } from "./switchingParameters.ts";
import type { SwitchingRun } from "./switchingRun.ts";
import { expectedMoves } from "./switchingScore.ts";

/** Joint states of less probability than this are passed over: EM only brings the last climb near. */
const NEGLIGIBLE = 1e-4;
/** A regime's variance stays above this share of the series' own, or one lone observation would take it to 0. */
const LEAST_VARIANCE = 1e-6;

/**
 * One conditional-maximisation step of EM from smoothed joint probabilities w(t, s): transition from expected moves, then
 * means given φ and σ², φ given the means, and σ² given both, each in closed form:
 *   p_ij = n_ij / Σ_i n_ij;   β: weighted least squares of y_t − Σφ y_{t−l} on x_t − Σφ x_{t−l};   σ²_j = Σ w e² / Σ w
 * The ergodic start's own weight on P is left to the last climb. Changes `parameters` in place.
 * Hamilton (1990), Journal of Econometrics 45; Meng & Rubin (1993), Biometrika 80.
 */
export function emStep(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
  floor: number,
): void {
  const { k } = run;
  const moves = expectedMoves(run, smoothed);
  for (let from = 0; from < k; from++) {
    let sum = 0;
    for (let to = 0; to < k; to++) sum += moves[to * k + from]!;
    if (sum > 0)
      for (let to = 0; to < k; to++)
        // Kept off the edges, where no gradient would find the way back.
        parameters.transition[to * k + from] = (moves[to * k + from]! + 1e-4) / (sum + k * 1e-4);
  }
  updateMeans(model, parameters, run, smoothed);
  if (model.order > 0) updateAr(model, parameters, run, smoothed);
  updateVariances(model, parameters, run, smoothed, floor * LEAST_VARIANCE);
}

/** Position of each regime's coefficient among the free ones. */
function slots(switches: readonly boolean[], k: number): { of: Int32Array; count: number } {
  const of = new Int32Array(switches.length * k);
  let count = 0;
  switches.forEach((s, c) => {
    for (let j = 0; j < k; j++) of[c * k + j] = s ? count + j : count;
    count += s ? k : 1;
  });
  return { of, count };
}

function updateMeans(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
): void {
  const { design, order: p, y, switching } = model;
  const { k, q, states, T, digit } = run;
  const m = design.cols;
  const { of, count } = slots(switching, k);
  if (count === 0) return;
  const gram = new Float64Array(count * count);
  const right = new Float64Array(count);
  const row = new Float64Array(count);
  for (let t = 0; t < T; t++)
    for (let s = 0; s < states; s++) {
      const w0 = smoothed[t * states + s]!;
      if (w0 < NEGLIGIBLE) continue;
      const j = digit[s * (q + 1)]!;
      const w = w0 / parameters.variances[j]!;
      row.fill(0);
      let response = y[t + p]!;
      for (let c = 0; c < m; c++) row[of[c * k + j]!] = design.data[(t + p) * m + c]!;
      for (let l = 1; l <= p; l++) {
        const phi = parameters.ar[j * p + l - 1]!;
        const past = digit[s * (q + 1) + l]!;
        response -= phi * y[t + p - l]!;
        for (let c = 0; c < m; c++) {
          const at = of[c * k + past]!;
          row[at] = row[at]! - phi * design.data[(t + p - l) * m + c]!;
        }
      }
      addRow(gram, right, row, w, response, count);
    }
  const b = solved(gram, right, count);
  if (!b) return;
  for (let c = 0; c < m; c++)
    for (let j = 0; j < k; j++) parameters.coefficients[j * m + c] = b[of[c * k + j]!]!;
}

function updateAr(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
): void {
  const { order: p, design, y } = model;
  const { k, q, states, T, digit, around } = run;
  const m = design.cols;
  for (let t = 0; t < y.length; t++)
    for (let j = 0; j < k; j++) {
      let z = y[t]!;
      for (let c = 0; c < m; c++) z -= design.data[t * m + c]! * parameters.coefficients[j * m + c]!;
      around[t * k + j] = z;
    }
  // Where only some lags switch, all are moved together: the climb that follows tells them apart.
  const switches = model.switchingAr.every(Boolean);
  const groups = switches ? k : 1;
  const grams = Array.from({ length: groups }, () => new Float64Array(p * p));
  const rights = Array.from({ length: groups }, () => new Float64Array(p));
  const row = new Float64Array(p);
  for (let t = 0; t < T; t++)
    for (let s = 0; s < states; s++) {
      const w0 = smoothed[t * states + s]!;
      if (w0 < NEGLIGIBLE) continue;
      const j = digit[s * (q + 1)]!;
      for (let l = 1; l <= p; l++) row[l - 1] = around[(t + p - l) * k + digit[s * (q + 1) + l]!]!;
      const g = switches ? j : 0;
      addRow(grams[g]!, rights[g]!, row, w0 / parameters.variances[j]!, around[(t + p) * k + j]!, p);
    }
  for (let j = 0; j < k; j++) {
    const g = switches ? j : 0;
    if (j > 0 && !switches) parameters.ar.set(parameters.ar.subarray(0, p), j * p);
    else {
      const b = solved(grams[g]!, rights[g]!, p);
      if (b) parameters.ar.set(b, j * p);
    }
  }
}

function updateVariances(
  model: SwitchingModel,
  parameters: SwitchingParameters,
  run: SwitchingRun,
  smoothed: Float64Array,
  floor: number,
): void {
  const { order: p } = model;
  const { k, q, states, T, digit, around } = run;
  if (p === 0) {
    const m = model.design.cols;
    for (let t = 0; t < T; t++)
      for (let j = 0; j < k; j++) {
        let z = model.y[t]!;
        for (let c = 0; c < m; c++) z -= model.design.data[t * m + c]! * parameters.coefficients[j * m + c]!;
        around[t * k + j] = z;
      }
  }
  const squares = new Float64Array(k);
  const weights = new Float64Array(k);
  for (let t = 0; t < T; t++)
    for (let s = 0; s < states; s++) {
      const w = smoothed[t * states + s]!;
      if (w < NEGLIGIBLE) continue;
      const j = digit[s * (q + 1)]!;
      let e = around[(t + p) * k + j]!;
      for (let l = 1; l <= p; l++)
        e -= parameters.ar[j * p + l - 1]! * around[(t + p - l) * k + digit[s * (q + 1) + l]!]!;
      const g = model.switchingVariance ? j : 0;
      squares[g] = squares[g]! + w * e * e;
      weights[g] = weights[g]! + w;
    }
  for (let j = 0; j < k; j++) {
    const g = model.switchingVariance ? j : 0;
    if (weights[g]! > 0) parameters.variances[j] = Math.max(floor, squares[g]! / weights[g]!);
  }
}

function addRow(
  gram: Float64Array,
  right: Float64Array,
  row: Float64Array,
  w: number,
  response: number,
  n: number,
): void {
  for (let a = 0; a < n; a++) {
    const v = w * row[a]!;
    if (v === 0) continue;
    right[a] = right[a]! + v * response;
    for (let b = 0; b <= a; b++) gram[a * n + b] = gram[a * n + b]! + v * row[b]!;
  }
}

function solved(gram: Float64Array, right: Float64Array, n: number): Float64Array | null {
  if (choleskyInPlace(gram, n) !== 0) return null;
  solveLower(gram, n, right);
  solveLowerTransposed(gram, n, right);
  return right.every(Number.isFinite) ? right : null;
}
