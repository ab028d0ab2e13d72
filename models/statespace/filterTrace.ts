import type { Plan } from "./plan.ts";

/** Everything a pass of the filter leaves behind. Period t starts at t·(entries per period) of each array. */
export interface FilterOutput {
  /** a(t|t−1), (n+1) × m: the last row is the forecast for n + 1. */
  readonly predicted: Float64Array;
  /** P(t|t−1), (n+1) × m × m: the proper part while the start is still diffuse. */
  readonly predictedVariance: Float64Array;
  /** a(t|t), n × m. */
  readonly filtered: Float64Array;
  /** P(t|t), n × m × m. */
  readonly filteredVariance: Float64Array;
  /** v, n × p: one-step errors, each given the elements of y(t) before it; NaN where y is missing. */
  readonly v: Float64Array;
  /** F, n × p: their variances (proper part); 0 where the element could say nothing. */
  readonly F: Float64Array;
  /** F∞, n × p: 0 once nothing diffuse is seen. */
  readonly Finf: Float64Array;
  /** M = P z, n × p × m, and M∞ = P∞ z for the periods of the diffuse phase. */
  readonly M: Float64Array;
  readonly Minf: Float64Array;
  /** The factor A of P∞ before and after each period of the diffuse phase: m × q, column after column. */
  readonly diffuseBefore: readonly Float64Array[];
  readonly diffuseAfter: readonly Float64Array[];
  /** Periods at whose start something was diffuse: d. */
  readonly diffusePeriods: number;
}

/** Where the pass writes as it goes; P arrives as an upper triangle. */
export interface FilterTrace {
  before(t: number, a: Float64Array, P: Float64Array, at: number, A: Float64Array, q: number): void;
  element(
    t: number,
    i: number,
    v: number,
    F: number,
    M: Float64Array,
    own: number,
    Finf: number,
    Minf: Float64Array | null,
  ): void;
  /** With M, its rank-one step M M′/F has yet to be taken off P. */
  after(
    t: number,
    a: Float64Array,
    P: Float64Array,
    at: number,
    M: Float64Array | null,
    own: number,
    F: number,
    A: Float64Array,
    q: number,
  ): void;
  end(n: number, a: Float64Array, P: Float64Array, at: number): void;
}

/** A trace and the output it fills. */
export function traceFor({ n, p, m, q }: Plan): { trace: FilterTrace; output: () => FilterOutput } {
  const predicted = new Float64Array((n + 1) * m);
  const predictedVariance = new Float64Array((n + 1) * m * m);
  const filtered = new Float64Array(n * m);
  const filteredVariance = new Float64Array(n * m * m);
  const v = new Float64Array(n * p).fill(Number.NaN);
  const F = new Float64Array(n * p).fill(Number.NaN);
  const Finf = new Float64Array(n * p);
  const M = new Float64Array(n * p * m);
  const Minf = new Float64Array(q > 0 ? n * p * m : 0);
  const diffuseBefore: Float64Array[] = [];
  const diffuseAfter: Float64Array[] = [];
  const trace: FilterTrace = {
    before(t, a, P, at, A, left) {
      predicted.set(a, t * m);
      mirror(P, at, predictedVariance, t * m * m, m);
      if (left > 0) diffuseBefore.push(A.slice(0, left * m));
    },
    element(t, i, error, variance, from, own, infinite, fromInf) {
      const k = t * p + i;
      v[k] = error;
      F[k] = variance;
      M.set(from.subarray(own, own + m), k * m);
      if (fromInf) {
        Finf[k] = infinite;
        Minf.set(fromInf, k * m);
      }
    },
    after(t, a, P, at, from, own, variance, A, left) {
      filtered.set(a, t * m);
      const block = t * m * m;
      for (let i = 0; i < m; i++)
        for (let j = i; j < m; j++) {
          const x = P[at + i * m + j]! - (from ? (from[own + i]! * from[own + j]!) / variance : 0);
          filteredVariance[block + i * m + j] = x;
          filteredVariance[block + j * m + i] = x;
        }
      if (diffuseBefore.length === t + 1) diffuseAfter.push(A.slice(0, left * m));
    },
    end(periods, a, P, at) {
      predicted.set(a, periods * m);
      mirror(P, at, predictedVariance, periods * m * m, m);
    },
  };
  const output = (): FilterOutput => ({
    predicted,
    predictedVariance,
    filtered,
    filteredVariance,
    v,
    F,
    Finf,
    M,
    Minf,
    diffuseBefore,
    diffuseAfter,
    diffusePeriods: diffuseBefore.length,
  });
  return { trace, output };
}

/** The full matrix of an upper triangle. */
function mirror(P: Float64Array, at: number, into: Float64Array, block: number, m: number): void {
  for (let i = 0; i < m; i++)
    for (let j = i; j < m; j++) {
      const x = P[at + i * m + j]!;
      into[block + i * m + j] = x;
      into[block + j * m + i] = x;
    }
}
