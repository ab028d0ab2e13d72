import { minimise } from "../../statistics/optimise/minimise.ts";
import { startCoordinates, toGradient, toParameters } from "./etsCoordinates.ts";
import { EtsPass } from "./etsPass.ts";
import { type EtsParameters, type EtsSpec, etsFamily, parameterCount } from "./etsSpec.ts";
import { etsStart } from "./etsStart.ts";

export interface EtsFit {
  spec: EtsSpec;
  parameters: EtsParameters;
  /** −½ n log Σe², constants dropped (the convention of forecast::ets). */
  logLikelihood: number;
  aicc: number;
  /** Σe² / (n − k), k smoothing parameters and initial states. */
  sigma2: number;
  fitted: Float64Array;
  /** Level, slope and the coming season's effects after the last figure. */
  final: { level: number; slope: number; seasonal: Float64Array };
}

/** Squares below this share of the data's own are rounding, not errors: a constant series has a likelihood too. */
const FLOOR = 1e-16;
const TINY = 1e-300;

/**
 * Maximum likelihood of one member on y (NaN = gap), m periods a year.
 *   −2 log L = n log Σe² + constant,   AICc = n log Σe² + 2K + 2K(K+1)/(n−K−1),  K = k + 1
 */
export function fitEts(y: Float64Array, m: number, spec: EtsSpec): EtsFit {
  const pass = new EtsPass(y, m);
  const start = etsStart(y, m, spec.season !== "N", spec.trend !== "N");
  const known = y.filter((v) => !Number.isNaN(v));
  const n = known.length;
  const floor = TINY + FLOOR * known.reduce((sum, v) => sum + v * v, 0);
  const seasonal = new Float64Array(m);
  let squares = 0;
  const { x } = minimise(
    {
      value(u) {
        squares = pass.forward(spec, toParameters(spec, m, start, u)) + floor;
        return n * Math.log(squares);
      },
      gradient(u, out) {
        const d = pass.adjoint(spec, seasonal);
        toGradient(spec, m, start, u, d, seasonal, n / squares, out);
      },
    },
    startCoordinates(spec, m),
  );
  return etsAt(y, m, spec, toParameters(spec, m, start, x), floor);
}

/** The member at given parameters: likelihood, states, fitted values. */
export function etsAt(
  y: Float64Array,
  m: number,
  spec: EtsSpec,
  parameters: EtsParameters,
  floor = 0,
): EtsFit {
  const pass = new EtsPass(y, m);
  const squares = pass.forward(spec, parameters);
  const n = y.filter((v) => !Number.isNaN(v)).length;
  const count = parameterCount(spec, m);
  const k = count + 1;
  const deviance = n * Math.log(squares + floor);
  return {
    spec,
    parameters,
    logLikelihood: -0.5 * deviance,
    aicc: n > k + 1 ? deviance + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    sigma2: squares / Math.max(1, n - count),
    fitted: pass.fitted.map((f, t) => (Number.isNaN(y[t]!) ? Number.NaN : f)),
    final: {
      level: pass.level[y.length]!,
      slope: pass.slope[y.length]!,
      seasonal: pass.seasonal.slice(y.length, y.length + m),
    },
  };
}

/** The member with the lowest AICc; the seasonal ones are tried where y covers three years or more. */
export function chooseEts(y: Float64Array, m: number, seasonal: boolean): EtsFit {
  const fits = etsFamily(seasonal && m > 1 && y.length >= 3 * m).map((spec) => fitEts(y, m, spec));
  return fits.reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}
