import { type CompileOptions, compileProgram } from "./compileProgram.ts";
import type { Expectation } from "./expectation.ts";
import type { FactorParameters } from "./factorModel.ts";
import { emptyProgram, type FilterProgram } from "./filterProgram.ts";
import { type FilterTrace, filterTrace } from "./filterTrace.ts";
import { addPartMoments, emptyPartMoments } from "./partMoments.ts";
import { sparseFilter } from "./sparseFilter.ts";
import { type SmoothedWindow, type SmootherSpace, smootherSpace, sparseSmoother } from "./sparseSmoother.ts";
import type { StateLayout } from "./stateLayout.ts";

/** Everything that one model on one pattern of figures keeps between iterations. */
export interface Workspace {
  readonly layout: StateLayout;
  readonly program: FilterProgram;
  readonly trace: FilterTrace;
  readonly space: SmootherSpace;
  readonly expectation: Expectation;
}

/** `paths` keeps filtered means by month; without `parts` the moments of idiosyncratic states are not taken. */
export function workspaceOf(layout: StateLayout, paths = false, parts = true): Workspace {
  const program = emptyProgram(layout);
  const kl = layout.factors * layout.lags;
  const count = layout.windows.length;
  return {
    layout,
    program,
    trace: filterTrace(program, layout.windows, paths),
    space: smootherSpace(program),
    expectation: {
      logLikelihood: Number.NaN,
      mean: new Float64Array(count * kl),
      covariance: new Float64Array(count * kl * kl),
      parts: layout.part.map((p, i) =>
        p === "observed" || !parts ? null : emptyPartMoments(layout.loaded[i]!.length),
      ),
    },
  };
}

/** The exact log-likelihood of the figures (months × series, standardised, NaN missing), with all constants. */
export function logLikelihoodOf(
  work: Workspace,
  parameters: FactorParameters,
  values: Float64Array,
  options: CompileOptions = {},
): number {
  compileProgram(work.program, work.layout, parameters, values, options);
  return sparseFilter(work.program, work.trace, options.known !== undefined);
}

/** The E-step: filter, smoother and the moments; `each` sees every smoothed window besides. */
export function expectationStep(
  work: Workspace,
  parameters: FactorParameters,
  values: Float64Array,
  options: CompileOptions = {},
  each?: (window: SmoothedWindow, index: number) => void,
): Expectation {
  return smoothedMoments(work, logLikelihoodOf(work, parameters, values, options), each);
}

/** The moments after a filter run that found this log-likelihood: the smoother's half of the E-step. */
export function smoothedMoments(
  work: Workspace,
  logLikelihood: number,
  each?: (window: SmoothedWindow, index: number) => void,
): Expectation {
  const { layout, expectation } = work;
  expectation.logLikelihood = logLikelihood;
  for (const part of expectation.parts) if (part) part.sums.fill(0);
  sparseSmoother(work.program, work.trace, work.space, (window, index) => {
    factorsAt(layout, expectation, window, index);
    expectation.parts.forEach((moments, i) => {
      if (moments) addPartMoments(moments, layout, expectation, window, index, i);
    });
    each?.(window, index);
  });
  return expectation;
}

function factorsAt(layout: StateLayout, out: Expectation, window: SmoothedWindow, index: number): void {
  const { factors: k, lags } = layout;
  const n = k * lags;
  const slots = Int32Array.from(
    { length: n },
    (_, e) => factorSlot(layout, Math.floor(e / k), window.time) + (e % k),
  );
  const at = index * n * n;
  for (let i = 0; i < n; i++) {
    out.mean[index * n + i] = window.mean[slots[i]!]!;
    for (let j = i; j < n; j++) {
      const v = window.covariance(slots[i]!, slots[j]!);
      out.covariance[at + i * n + j] = v;
      out.covariance[at + j * n + i] = v;
    }
  }
}

/** The first of the K slots of f(t−l) at time t. */
export const factorSlot = ({ lags, factors }: StateLayout, l: number, t: number): number =>
  ((t - l + lags * 16) % lags) * factors;
