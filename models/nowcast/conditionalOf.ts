import { AppError } from "../errors.ts";
import { choleskyInPlace, solveLower, solveLowerTransposed } from "../statistics/matrix/cholesky.ts";
import { compileProgram } from "./compileProgram.ts";
import type { FactorModel, FactorParameters } from "./factorModel.ts";
import { emptyProgram } from "./filterProgram.ts";
import { filterTrace } from "./filterTrace.ts";
import { smoothingErrors } from "./smoothingErrors.ts";
import { sparseFilter } from "./sparseFilter.ts";
import { type LayoutKind, stateLayout } from "./stateLayout.ts";
import type { KnownState } from "./statsmodelsStep.ts";

const NO_WINDOWS = new Int32Array(0);

/** What a vintage is read with: the model, its parameters, and figures in standard units (months × series). */
export interface ConditionalInput {
  model: FactorModel;
  parameters: FactorParameters;
  start: number;
  months: number;
  values: Float64Array;
  weights?: Float64Array | null;
  layout?: LayoutKind;
  known?: KnownState | null;
  measurementNoise?: number;
}

/** The joint normal distribution of chosen cells given all other figures, in standard units. */
export interface Conditional {
  mean: Float64Array;
  /** n × n, n the number of chosen cells. */
  covariance: Float64Array;
  /** What one unit of the figure at `cell` adds to the mean of the a-th chosen cell. */
  weight(a: number, cell: number): number;
  /** Added to the diagonal of the precision where it was not positive definite; 0 as a rule. */
  jitter: number;
}

/**
 * The distribution of the cells c (months t·N + i, any rows, published or not) given the other figures o:
 *   Cov(y_c | y_o) = B⁻¹,   E[y_c | y_o] = −B⁻¹ u_c,   weights −B⁻¹ U_co,
 * where B = [Σ_Y⁻¹]_cc and U_co = [Σ_Y⁻¹]_co come from unit figures at c, one after another, through the smoother of the
 * pattern that has c in it, and u = Σ_Y⁻¹y with the chosen cells at 0. One filter serves all targets and all news.
 */
export function conditionalOf(input: ConditionalInput, cells: readonly number[]): Conditional {
  const {
    model,
    parameters,
    start,
    months,
    weights = null,
    layout: kind = "lean",
    known,
    measurementNoise = 0,
  } = input;
  const values = input.values.slice();
  for (const c of cells) values[c] = 0;
  const layout = stateLayout(model, start, months, values, kind);
  const program = emptyProgram(layout);
  compileProgram(program, layout, parameters, values, {
    weights,
    measurementNoise,
    ...(known ? { known } : {}),
  });
  const trace = filterTrace(program, NO_WINDOWS);
  sparseFilter(program, trace, Boolean(known));
  const n = cells.length;
  const u = smoothingErrors(program, trace, values, program.a0);
  const unit = new Float64Array(values.length);
  const origin = new Float64Array(program.size);
  const responses = cells.map((c) => {
    unit[c] = 1;
    const response = smoothingErrors(program, trace, unit, origin);
    unit[c] = 0;
    return response;
  });
  const { covariance, jitter } = inverse(
    Float64Array.from({ length: n * n }, (_, e) => {
      const a = Math.floor(e / n);
      const b = e % n;
      return 0.5 * (responses[a]![cells[b]!]! + responses[b]![cells[a]!]!);
    }),
    n,
  );
  const mean = new Float64Array(n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) mean[a] = mean[a]! - covariance[a * n + b]! * u[cells[b]!]!;
  if (!mean.every(Number.isFinite))
    throw new AppError("invalid-input", "the nowcast left the range of finite numbers");
  return {
    mean,
    covariance,
    jitter,
    weight(a, cell) {
      let s = 0;
      for (let b = 0; b < n; b++) s -= covariance[a * n + b]! * responses[b]![cell]!;
      return s;
    },
  };
}

/** A⁻¹ by Cholesky; where A is not positive definite, with the least jitter on its diagonal that makes it so. */
export function inverse(a: Float64Array, n: number): { covariance: Float64Array; jitter: number } {
  let scale = 0;
  for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(a[i * n + i]!));
  for (
    let jitter = 0;
    jitter <= 1e-4 * scale || jitter === 0;
    jitter = Math.max(1e-14 * scale, 10 * jitter)
  ) {
    const l = a.slice();
    for (let i = 0; i < n; i++) l[i * n + i] = l[i * n + i]! + jitter;
    if (choleskyInPlace(l, n) !== 0) continue;
    const covariance = new Float64Array(n * n);
    const column = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      column.fill(0);
      column[j] = 1;
      solveLower(l, n, column);
      solveLowerTransposed(l, n, column);
      for (let i = 0; i < n; i++) covariance[i * n + j] = column[i]!;
    }
    return { covariance, jitter };
  }
  throw new AppError(
    "invalid-input",
    "the figures asked for are the same figure twice: no distribution tells them apart",
  );
}
