import { AppError } from "../../errors.ts";
import { minimise } from "../../statistics/optimise/minimise.ts";
import { type FixedSmoothing, startCoordinates, toGradient, toParameters } from "./etsCoordinates.ts";
import { EtsPass } from "./etsPass.ts";
import { type EtsParameters, type EtsSpec, parameterCount } from "./etsSpec.ts";
import { etsStart } from "./etsStart.ts";

export interface EtsFit {
  spec: EtsSpec;
  parameters: EtsParameters;
  /** −½ (n log Σr² + 2 Σ log f), constants dropped (the convention of forecast::ets). */
  logLikelihood: number;
  aic: number;
  /** ∞ where n ≤ K + 1. */
  aicc: number;
  bic: number;
  /** Σr² / (n − k), k smoothing parameters and initial states: of e, or of e as a share of the forecast. */
  sigma2: number;
  /** f(t); NaN in a gap, like the error. */
  fitted: Float64Array;
  /** e(t) = y(t) − f(t), in the unit of the figure whatever the error kind. */
  errors: Float64Array;
  /** Level, slope and the coming season's effects after the last figure. */
  final: { level: number; slope: number; seasonal: Float64Array };
}

/** Squares below this share of the data's own are rounding, not errors: a constant series has a likelihood too. */
const FLOOR = 1e-16;
const TINY = 1e-300;
const FEWEST = 4;

export interface EtsSearch {
  /** Where to go on from: the coordinates at which a rougher search ended. */
  from?: Float64Array;
  /** Gain per step, as a share of |log L| + 1, below which the search ends. */
  tolerance?: number;
}

/** A fit with the free coordinates at which its search ended. */
export type EtsOptimum = EtsFit & { coordinates: Float64Array };

/**
 * Maximum likelihood of one member on y (NaN = gap), m periods a year, by BFGS over smoothing parameters and initial states
 * with the adjoint's gradient.
 *   −2 log L = n log Σr² + 2 Σ log f + constant,   AICc = −2 log L + 2K + 2K(K+1)/(n−K−1),  K = k + 1
 * Smoothing parameters in `fixed` stay where they are and are not counted. Throws AppError("not-enough-data") below four
 * figures.
 */
export function fitEts(
  y: Float64Array,
  m: number,
  spec: EtsSpec,
  fixed: FixedSmoothing = {},
  { from, tolerance = 1e-9 }: EtsSearch = {},
): EtsOptimum {
  const pass = new EtsPass(y, m);
  if (pass.known < FEWEST)
    throw new AppError(
      "not-enough-data",
      `${pass.known} figures; exponential smoothing needs at least ${FEWEST}`,
    );
  const start = etsStart(y, m, spec);
  const n = pass.known;
  const floor = floorOf(y, spec);
  const seasonal = new Float64Array(m);
  let squares = 0;
  const objective = {
    value(u: Float64Array) {
      squares = pass.forward(spec, toParameters(spec, m, start, u, fixed)) + floor;
      return n * Math.log(squares) + 2 * pass.logForecasts;
    },
    gradient(u: Float64Array, out: Float64Array) {
      const d = pass.adjoint(spec, seasonal);
      toGradient(spec, m, start, u, d, seasonal, n / squares, out, fixed);
    },
  };
  // A trend that multiplies has several valleys: slow, fast and in between are all tried.
  const grows = spec.trend === "M" || spec.trend === "Md";
  const starts = from
    ? [from]
    : (grows ? [0.3, 0.05, 0.8] : [0.3]).map((alpha) => startCoordinates(spec, m, fixed, alpha));
  const { x } = starts
    .map((u) => minimise(objective, u, { tolerance }))
    .reduce((best, found) => (found.value < best.value ? found : best));
  const fit = etsAt(y, m, spec, toParameters(spec, m, start, x, fixed), floor, Object.keys(fixed).length);
  return { ...fit, coordinates: x };
}

function floorOf(y: Float64Array, spec: EtsSpec): number {
  if (spec.error === "M") return TINY + FLOOR;
  return TINY + FLOOR * y.reduce((sum, v) => sum + (Number.isNaN(v) ? 0 : v * v), 0);
}

/**
 * The member at given parameters: likelihood, states, fitted values. `held` smoothing parameters were not estimated: the
 * criteria do not count them, σ² does (as the peer has it: the wider side).
 */
export function etsAt(
  y: Float64Array,
  m: number,
  spec: EtsSpec,
  parameters: EtsParameters,
  floor = 0,
  held = 0,
): EtsFit {
  const pass = new EtsPass(y, m);
  const squares = pass.forward(spec, parameters);
  const n = pass.known;
  const count = parameterCount(spec, m);
  const k = count - held + 1;
  const deviance = n * Math.log(squares + floor) + 2 * pass.logForecasts;
  return {
    spec,
    parameters,
    logLikelihood: -0.5 * deviance,
    aic: deviance + 2 * k,
    aicc: n > k + 1 ? deviance + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    bic: deviance + Math.log(n) * k,
    sigma2: squares / Math.max(1, n - count),
    fitted: pass.fitted.map((f, t) => (Number.isNaN(y[t]!) ? Number.NaN : f)),
    errors: pass.errors.map((e, t) => (Number.isNaN(y[t]!) ? Number.NaN : e)),
    final: {
      level: pass.level[y.length]!,
      slope: pass.slope[y.length]!,
      seasonal: pass.seasonal.slice(y.length, y.length + m),
    },
  };
}
