import { AppError } from "../errors.ts";
import { filterPass } from "./filterPass.ts";
import { type FilterOutput, traceFor } from "./filterTrace.ts";
import { diffuseCount, type InitialState } from "./initialState.ts";
import type { Filtered } from "./kalmanFilter.ts";
import { type MeanPass, meanPass } from "./meanPass.ts";
import { timesVector } from "./moveVariance.ts";
import type { Plan } from "./plan.ts";
import type { StateSpace } from "./stateSpace.ts";

/** What is left of a response after those before it, where the data do not tell it from them. */
const DEPENDENT = 1e-20;

/** A filter run from a proper start, and what a unit of each diffuse element does to the means. */
export interface SmootherBase {
  readonly plan: Plan;
  readonly run: FilterOutput;
  /** Passes for y = 0 and a₁ a combination of columns of A, orthonormal: Σ vⱼ vₖ/F = 1 for j = k, else 0. */
  readonly responses: readonly MeanPass[];
}

/**
 * Prepares smoothing under a diffuse start by generalised least squares on δ, with α(1) = a + A δ + ζ:
 *   v(y, δ) = v(y, 0) + Σ δⱼ vⱼ,   δ̂ minimises Σ v²/F,   E[α | Y] = α̂(y, δ̂),   Var = V + Σ Bⱼ Bⱼ′
 * where vⱼ and Bⱼ are the responses of errors and smoothed states to δⱼ, made orthonormal in the metric 1/F, so that δ̂ has
 * variance I. The filter underneath starts from P₁ + A C A′ with a small diagonal C: a proper part of δ changes nothing
 * that is diffuse and lets every element have a variance. Sums of squares only, so no digit is lost to an early phase that
 * barely settles δ. Throws AppError("not-enough-data") where the data never reach some diffuse element.
 * de Jong (1991), Annals of Statistics 19; Rosenberg (1973); Durbin & Koopman, 2nd ed., §5.7.
 */
export function smootherBase(model: StateSpace, filtered: Filtered): SmootherBase {
  const { plan, sums } = filtered;
  const { m, n } = plan;
  const q = diffuseCount(model.initial);
  if (sums.unreached > 0) refuse(sums.unreached, q, n);
  if (q === 0) return { plan, run: filtered, responses: [] };
  const start = properStart(model, filtered);
  const { trace, output } = traceFor(plan);
  filterPass(plan, start, 0, trace);
  const run = output();
  const responses: MeanPass[] = [];
  for (let j = 0; j < q; j++) {
    const pass = meanPass(plan, run, model.initial.A.slice(j * m, (j + 1) * m), null, false);
    const whole = weighted(pass.v, pass.v, run.F);
    for (const before of responses) {
      const share = weighted(before.v, pass.v, run.F);
      for (const key of PARTS) combine(pass[key], before[key], -share);
    }
    const left = weighted(pass.v, pass.v, run.F);
    if (!(left > DEPENDENT * whole)) refuse(1, q, n);
    const size = 1 / Math.sqrt(left);
    for (const key of PARTS) {
      const x = pass[key];
      for (let k = 0; k < x.length; k++) x[k]! *= size;
    }
    responses.push(pass);
  }
  return { plan, run, responses };
}

/** The means for y (in the plan's coordinates), δ̂ put in. */
export function smoothedMeans(
  model: StateSpace,
  { plan, run, responses }: SmootherBase,
  y: Float64Array,
): MeanPass {
  const pass = meanPass(plan, run, model.initial.a, y, true);
  for (const response of responses) {
    const delta = -weighted(response.v, pass.v, run.F);
    for (const key of PARTS) combine(pass[key], response[key], delta);
  }
  return pass;
}

const PARTS = ["v", "u", "r", "states"] as const;

/** x += by · z. */
function combine(x: Float64Array, z: Float64Array, by: number): void {
  for (let k = 0; k < x.length; k++) x[k]! += by * z[k]!;
}

/** Σ x z/F over what was taken in. */
function weighted(x: Float64Array, z: Float64Array, F: Float64Array): number {
  let s = 0;
  for (let k = 0; k < F.length; k++) if (F[k]! > 0) s += (x[k]! * z[k]!) / F[k]!;
  return s;
}

/** P₁ + A C A′: a unit of δⱼ √Cⱼ moves no observation by more than its typical error. */
function properStart({ initial }: StateSpace, { plan, F, Finf }: Filtered): InitialState {
  const { n, p, m, Z, T, copied } = plan;
  let sum = 0;
  let count = 0;
  F.forEach((f, k) => {
    if (!(f > 0) || Finf[k]! > 0) return;
    sum += f;
    count++;
  });
  const typical = count > 0 && sum > 0 ? sum / count : 1;
  const P = initial.P.slice();
  const moved = new Float64Array(m);
  for (let at = 0; at < initial.A.length; at += m) {
    const x = initial.A.slice(at, at + m);
    let most = 0;
    for (let t = 0; t < n; t++) {
      for (let i = 0; i < p; i++) {
        const row = t * plan.zStep + i;
        let s = 0;
        for (let k = Z.start[row]!; k < Z.start[row + 1]!; k++) s += Z.value[k]! * x[Z.column[k]!]!;
        if (Math.abs(s) > most) most = Math.abs(s);
      }
      timesVector(T, t * plan.tStep, copied, x, 0, moved, m);
      x.set(moved);
    }
    const share = most > 0 && Number.isFinite(most) ? typical / (most * most) : typical;
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) P[i * m + j]! += share * initial.A[at + i]! * initial.A[at + j]!;
  }
  return { a: initial.a, P, A: new Float64Array(0) };
}

function refuse(open: number, q: number, n: number): never {
  throw new AppError(
    "not-enough-data",
    `smoothing needs data that determine every diffuse state; ${open} of ${q} stay open after ${n} periods`,
  );
}
