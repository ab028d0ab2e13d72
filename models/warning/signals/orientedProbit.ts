import { AppError } from "../../errors.ts";
import { millsRatio } from "../../statistics/distribution/millsRatio.ts";
import { normalDensity } from "../../statistics/distribution/normal.ts";

export interface OrientedProbit {
  /** Constant first, then one a regressor, none below zero. */
  coefficients: Float64Array;
  iterations: number;
}

const MOST_ITERATIONS = 100;
const CONVERGED = 1e-8;
const DUST = 1e-12;
/** Indexes beyond it count as it: the weight of a row that is certain does not vanish. */
const FARTHEST = 8;
/** Holds the constant where all outcomes of a sample are alike; without weight otherwise. */
const CONSTANT_PENALTY = 0.1;

/**
 * Probit whose slopes are held at or above zero and drawn towards zero:
 *   max Σ log L(y(t), Φ(a + x(t)′b)) − λ/2 Σ b_j² − 0.05 a²,  b ≥ 0
 * by Fisher scoring, each quadratic step by coordinate descent with the bound. Regressors are standardised and oriented by
 * the caller so that a high one should mean danger. A finite answer exists also where the classes separate. `x` holds n rows of k,
 * `rows` those that count, with repeats. Hoerl & Kennard (1970), Technometrics 12; le Cessie & van Houwelingen (1992),
 * Applied Statistics 41, for binary outcomes. Throws AppError("invalid-input") without rows, for a penalty that is not above 0 and for a regressor that is not finite.
 */
export function orientedProbit(
  y: ArrayLike<number>,
  x: Float64Array,
  k: number,
  rows: ArrayLike<number>,
  penalty: number,
  start?: Float64Array,
): OrientedProbit {
  if (rows.length === 0 || !(penalty > 0))
    throw new AppError(
      "invalid-input",
      `a penalised probit needs rows and a penalty above 0; found ${rows.length} rows and ${penalty}`,
    );
  const m = k + 1;
  const { counted, times } = countsOf(rows, y.length);
  for (const t of counted)
    for (let j = 0; j < k; j++)
      if (!Number.isFinite(x[t * k + j]!))
        throw new AppError(
          "invalid-input",
          `a probit needs finite regressors; row ${t + 1} holds ${x[t * k + j]}`,
        );
  const beta = start ? start.slice() : new Float64Array(m);
  const before = beta.slice();
  const information = new Float64Array(m * m);
  const pull = new Float64Array(m);
  let reached = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  for (; iterations < MOST_ITERATIONS; iterations++) {
    const value = layOut();
    if (value < reached - DUST * (Math.abs(reached) + 1)) {
      // Scoring can overshoot where all rows are all but certain: half the way back.
      for (let j = 0; j < m; j++) beta[j] = (beta[j]! + before[j]!) / 2;
      continue;
    }
    reached = value;
    before.set(beta);
    if (descend(information, pull, beta) < CONVERGED) break;
  }
  return { coefficients: beta, iterations };

  /** Information and pull at beta; returns the penalised likelihood there. */
  function layOut(): number {
    information.fill(0);
    pull.fill(0);
    let value = 0;
    for (const t of counted) value += times[t]! * accumulate(t, times[t]!);
    information[0]! += CONSTANT_PENALTY;
    value -= (CONSTANT_PENALTY / 2) * beta[0]! ** 2;
    for (let j = 1; j < m; j++) {
      information[j * m + j]! += penalty;
      value -= (penalty / 2) * beta[j]! ** 2;
    }
    return value;
  }

  function accumulate(t: number, times: number): number {
    let eta = beta[0]!;
    for (let j = 0; j < k; j++) eta += beta[j + 1]! * x[t * k + j]!;
    eta = Math.max(-FARTHEST, Math.min(FARTHEST, eta));
    // Each tail keeps its accuracy: the smaller of the two is computed, the other is what it leaves.
    const f = normalDensity(eta);
    const tail = f * millsRatio(Math.abs(eta));
    const p = eta < 0 ? tail : 1 - tail;
    const q = eta < 0 ? 1 - tail : tail;
    const weight = (times * f * f) / (p * q);
    const target = weight * eta + times * (y[t] === 1 ? f / p : -f / q);
    for (let i = 0; i < m; i++) {
      const xi = i === 0 ? 1 : x[t * k + i - 1]!;
      pull[i]! += xi * target;
      for (let j = 0; j <= i; j++) information[i * m + j]! += weight * xi * (j === 0 ? 1 : x[t * k + j - 1]!);
    }
    return Math.log(y[t] === 1 ? p : q);
  }
}

/** The rows that count, in the order of their first appearance, and how often each does. */
function countsOf(rows: ArrayLike<number>, n: number): { counted: Int32Array; times: Float64Array } {
  const times = new Float64Array(n);
  const counted = new Int32Array(rows.length);
  let distinct = 0;
  for (let r = 0; r < rows.length; r++) {
    const t = rows[r]!;
    if (!(times[t]! > 0)) counted[distinct++] = t;
    times[t]!++;
  }
  return { counted: counted.subarray(0, distinct), times };
}

/** Minimises ½ b′Ab − c′b over b₁… ≥ 0, A given by its lower triangle; returns the farthest any coordinate went. */
function descend(a: Float64Array, c: Float64Array, b: Float64Array): number {
  const m = b.length;
  const before = b.slice();
  for (let sweep = 0; sweep < 500; sweep++) {
    let change = 0;
    for (let i = 0; i < m; i++) {
      let rest = c[i]!;
      for (let j = 0; j < m; j++) if (j !== i) rest -= (j < i ? a[i * m + j]! : a[j * m + i]!) * b[j]!;
      const next = rest / a[i * m + i]!;
      const kept = i > 0 && next < 0 ? 0 : next;
      change = Math.max(change, Math.abs(kept - b[i]!));
      b[i] = kept;
    }
    if (change < 1e-11) break;
  }
  return b.reduce((most, v, j) => Math.max(most, Math.abs(v - before[j]!)), 0);
}
