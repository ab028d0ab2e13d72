import { AppError } from "../../errors.ts";
import { diffuseInitial } from "../../statespace/initialState.ts";
import { kalmanFilter } from "../../statespace/kalmanFilter.ts";
import { logLikelihood } from "../../statespace/logLikelihood.ts";
import { planFor } from "../../statespace/plan.ts";
import { smoothStates } from "../../statespace/smoothStates.ts";
import type { StateSpace } from "../../statespace/stateSpace.ts";
import { minimise, withNumericGradient } from "../../statistics/optimise/minimise.ts";
import { parted, type Split } from "./split.ts";

/** Months whose two figures came as one: its February's position. */
interface Months {
  /** From January of the first year; a February of a pair published together holds both, its January NaN. */
  values: ArrayLike<number>;
  combined: readonly number[];
  /** The festival's windows month by month, centred by calendar month: columns of the same length as `values`. */
  calendar: readonly ArrayLike<number>[];
}

const SEASON = 12;
/** Logarithms of the standard deviations of irregular, level, slope and season, in units of the root mean square. */
const START = Float64Array.of(-4, -4.5, -7, -5);

/**
 * State-space split: level, slope, moving season and festival effects are estimated from all months at once; a
 * January–February published together is one observation of the sum of two signals.
 *   x(t) = μ(t) + γ(t) + h(t)′β + ε(t),  μ(t+1) = μ(t) + ν(t) + ξ(t),  ν(t+1) = ν(t) + ζ(t),
 *   γ(t+1) = −Σ_{j<12} γ(t+1−j) + ω(t),   y(Feb) = x(Jan) + x(Feb) where combined
 * ε and x(t−1) are kept in the state, so that the sum is a row of Z. Variances by maximum likelihood, exact diffuse start;
 * the split is the smoothed x(Jan) with its standard error, and sums to the figure exactly.
 * Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, §6.3 (temporal aggregation), §7.6.
 */
export function splitByStateSpace({ values, combined, calendar }: Months): ReadonlyMap<number, Split> {
  const n = values.length;
  const known = Array.from(values).filter((v) => !Number.isNaN(v));
  if (known.length < 3 * SEASON)
    throw new AppError(
      "not-enough-data",
      `${known.length} figures; a moving season needs at least ${3 * SEASON}`,
    );
  const scale = Math.sqrt(known.reduce((s, v) => s + v * v, 0) / known.length);
  const y = Float64Array.from(values, (v) => v / scale);
  const template = system(n, combined, calendar);
  const plan = planFor(template, n);
  const best = minimise(
    withNumericGradient((u) => -logLikelihood(plan, withVariances(template, u), y)),
    START,
    { tolerance: 1e-8, maxIterations: 60 },
  );
  const model = withVariances(template, best.x);
  const { states, variances: spread } = smoothStates(model, kalmanFilter(model, y));
  const m = model.states;
  return new Map(
    combined.map((t) => {
      const january = states[t * m + m - 1]! * scale;
      const variance = Math.max(0, spread[t * m * m + m * m - 1]!);
      return [t, parted(values[t]!, january, scale * Math.sqrt(variance))];
    }),
  );
}

/** States: μ, ν, γ (11), β, ε, x(t−1). Shocks: ε, ξ, ζ, ω. */
function system(n: number, combined: readonly number[], calendar: readonly ArrayLike<number>[]): StateSpace {
  const k = calendar.length;
  const m = 2 + (SEASON - 1) + k + 2;
  const noise = m - 2;
  const before = m - 1;
  const Z = new Float64Array(n * m);
  const T = new Float64Array(n * m * m);
  for (let t = 0; t < n; t++) {
    const z = Z.subarray(t * m, (t + 1) * m);
    z[0] = 1;
    z[2] = 1;
    z[noise] = 1;
    calendar.forEach((h, j) => {
      z[2 + SEASON - 1 + j] = h[t]!;
    });
    const move = T.subarray(t * m * m, (t + 1) * m * m);
    move[0] = 1;
    move[1] = 1;
    move[m + 1] = 1;
    for (let j = 0; j < SEASON - 1; j++) {
      move[2 * m + 2 + j] = -1;
      if (j > 0) move[(2 + j) * m + 2 + j - 1] = 1;
    }
    for (let j = 0; j < k; j++) move[(2 + SEASON - 1 + j) * (m + 1)] = 1;
    move.set(z, before * m);
    // Set after the signal was copied: only what is observed in a combined February holds the month before.
    if (combined.includes(t)) z[before] = 1;
  }
  const R = new Float64Array(m * 4);
  [noise, 0, 1, 2].forEach((state, shock) => {
    R[state * 4 + shock] = 1;
  });
  return {
    series: 1,
    states: m,
    shocks: 4,
    Z,
    h: new Float64Array(1),
    T,
    R,
    Q: new Float64Array(16),
    initial: diffuseInitial(
      m,
      Array.from({ length: m - 2 }, (_, i) => i),
    ),
  };
}

/** The irregular starts as it goes on: with its own variance. */
function withVariances(model: StateSpace, logSd: Float64Array): StateSpace {
  const Q = new Float64Array(16);
  for (let i = 0; i < 4; i++) Q[i * 5] = Math.exp(2 * Math.max(-20, Math.min(5, logSd[i]!)));
  const { a, A } = model.initial;
  const P = new Float64Array(model.states * model.states);
  const noise = model.states - 2;
  P[noise * (model.states + 1)] = Q[0]!;
  return { ...model, Q, initial: { a, P, A } };
}
