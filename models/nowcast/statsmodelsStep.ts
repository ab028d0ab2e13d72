import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { expectationStep, factorSlot, type Workspace } from "./expectationStep.ts";
import type { FactorParameters } from "./factorModel.ts";
import { partSlot, type StateLayout } from "./stateLayout.ts";
import { regressedTransition, transitionMoments } from "./transitionStep.ts";

/** The state in the first month: mean and covariance by slot of a plain layout. */
export interface KnownState {
  mean: Float64Array;
  covariance: Float64Array;
}

/**
 * One EM iteration by the conventions of statsmodels' DynamicFactorMQ and of FRBNY's nowcast, on a plain layout:
 *   - the parameters come from the transitions of months 2 … T only; the state of the first month is a parameter of its
 *     own, replaced by its smoothed mean and covariance after each iteration (`initial`; null: stationary);
 *   - λ = [Σ E gg′]⁻¹ Σ (yĝ − E g(w·e)) over the figures there are, which returns the old loadings where AR(1) parts leave no
 *     measurement noise (`measurementNoise` 0) and moves them a little at FRBNY's 1e-4;
 *   - with white parts a quarterly series' loadings leave out E g(w·e), and σ² of a monthly one keeps the old value as the
 *     expectation of a missing figure.
 * Kept for comparison with those programs; `maximise` is the exact step.
 */
export function statsmodelsStep(
  work: Workspace,
  old: FactorParameters,
  values: Float64Array,
  initial: KnownState | null,
  measurementNoise: number,
): { logLikelihood: number; parameters: FactorParameters; initial: KnownState } {
  const { layout } = work;
  const { factors: k, loaded, model, obsStart, obsSeries, part, months, size } = layout;
  const n = model.series.length;
  const gg = loaded.map((r) => matrix(r.length, r.length));
  const gy = loaded.map((r) => matrix(r.length, 1));
  const squares = new Float64Array(n * 3);
  const newest = new Float64Array(n);
  const white = new Float64Array(n);
  const figures = new Float64Array(n);
  const next: KnownState = { mean: new Float64Array(size), covariance: new Float64Array(size * size) };
  const quadratic: { i: number; y: number; g: Float64Array; gg: Float64Array }[] = [];
  const e = expectationStep(
    work,
    old,
    values,
    { measurementNoise, ...(initial ? { known: initial } : {}) },
    (window) => {
      const t = window.time;
      const second = (i: number, j: number): number =>
        window.covariance(i, j) + window.mean[i]! * window.mean[j]!;
      part.forEach((p, i) => {
        if (p === "observed") return;
        const now = partSlot(layout, i, 0, t);
        const before = partSlot(layout, i, 1, t);
        newest[i] = newest[i]! + second(now, now);
        if (t === 0) return;
        squares[3 * i] = squares[3 * i]! + second(now, now);
        squares[3 * i + 1] = squares[3 * i + 1]! + second(now, before);
        squares[3 * i + 2] = squares[3 * i + 2]! + second(before, before);
      });
      for (let o = obsStart[t]!; o < obsStart[t + 1]!; o++) {
        const i = obsSeries[o]!;
        const y = values[t * n + i]!;
        const moment = readingMoments(layout, i, o, t, window.mean, second);
        const subtract = part[i] !== "observed" && model.series[i]!.idiosyncratic === "ar1";
        const at = gy[i]!.data;
        moment.g.forEach((g, r) => {
          at[r] = at[r]! + y * g - (subtract ? moment.ge[r]! : 0);
        });
        moment.gg.forEach((v, c) => {
          gg[i]!.data[c] = gg[i]!.data[c]! + v;
        });
        if (part[i] === "observed") {
          figures[i] = figures[i]! + 1;
          quadratic.push({ i, y, g: moment.g, gg: moment.gg });
        }
      }
      if (t > 0) return;
      next.mean.set(window.mean);
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) next.covariance[i * size + j] = window.covariance(i, j);
    },
  );
  const loadings = new Float64Array(n * k);
  loaded.forEach((rs, i) => {
    const solved = solvePositive(gg[i]!, gy[i]!);
    rs.forEach((r, c) => {
      loadings[i * k + r] = solved ? solved.data[c]! : old.loadings[i * k + r]!;
    });
  });
  for (const { i, y, g, gg: second } of quadratic) {
    let s = y * y;
    loaded[i]!.forEach((r, a) => {
      const l = loadings[i * k + r]!;
      s -= 2 * y * l * g[a]!;
      loaded[i]!.forEach((c, b) => {
        s += l * loadings[i * k + c]! * second[a * loaded[i]!.length + b]!;
      });
    });
    white[i] = white[i]! + s;
  }
  const rho = new Float64Array(n);
  const variance = Float64Array.from({ length: n }, (_, i) => {
    if (part[i] === "observed") return (white[i]! + (months - figures[i]!) * old.variance[i]!) / months;
    if (model.series[i]!.idiosyncratic === "white") return newest[i]! / months;
    rho[i] = squares[3 * i + 1]! / squares[3 * i + 2]!;
    return (squares[3 * i]! - rho[i]! * squares[3 * i + 1]!) / (months - 1);
  });
  let first = 0;
  const steps = model.blocks.map((block, b) => {
    const moments = transitionMoments(layout, e, block, first, 1);
    first += block.factors;
    return regressedTransition(moments) ?? { a: old.transition[b]!, q: old.innovation[b]! };
  });
  return {
    logLikelihood: e.logLikelihood,
    parameters: {
      loadings,
      rho,
      variance,
      transition: steps.map((s) => s.a),
      innovation: steps.map((s) => s.q),
    },
    initial: next,
  };
}

/** ĝ, E gg′ and E g(w·e) of one figure, g = Σ_l w_l f(t−l) over the factors that its series loads on. */
function readingMoments(
  layout: StateLayout,
  i: number,
  observation: number,
  t: number,
  mean: Float64Array,
  second: (i: number, j: number) => number,
) {
  const { weights } = layout.patterns[layout.obsPattern[observation]!]!.readings[0]!;
  const loaded = layout.loaded[i]!;
  const m = loaded.length;
  const g = new Float64Array(m);
  const gg = new Float64Array(m * m);
  const ge = new Float64Array(m);
  const own = layout.part[i] !== "observed";
  weights.forEach((w, l) => {
    const at = factorSlot(layout, l, t);
    loaded.forEach((r, a) => {
      g[a] = g[a]! + w * mean[at + r]!;
      weights.forEach((v, j) => {
        const to = factorSlot(layout, j, t);
        loaded.forEach((c, b) => {
          gg[a * m + b] = gg[a * m + b]! + w * v * second(at + r, to + c);
        });
        if (own) ge[a] = ge[a]! + w * v * second(at + r, partSlot(layout, i, j, t));
      });
    });
  });
  return { g, gg, ge };
}
