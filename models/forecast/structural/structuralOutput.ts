import { AppError } from "../../errors.ts";
import { ahead, type ObservationForecast } from "../../statespace/forecastObservations.ts";
import { type Filtered, kalmanFilter } from "../../statespace/kalmanFilter.ts";
import { type Smoothed, smoothStates } from "../../statespace/smoothStates.ts";
import type { StructuralFit } from "./fitStructural.ts";
import { type StructuralSystem, structuralSystem } from "./structuralSystem.ts";

/** One part of y through time, with variances given data up to t and given all data. */
export interface ComponentPath {
  readonly name: string;
  readonly filtered: Float64Array;
  readonly filteredVariance: Float64Array;
  readonly smoothed: Float64Array;
  readonly smoothedVariance: Float64Array;
}

export interface StructuralOutput {
  readonly filtered: Filtered;
  readonly smoothed: Smoothed;
  readonly components: readonly ComponentPath[];
  /** v/√F: 0 where the term took up a diffuse state, NaN at gaps. */
  readonly standardised: Float64Array;
  /** ȳ(t | t−1); NaN while something diffuse is left. */
  readonly fitted: Float64Array;
}

/**
 * What a fitted structural model says of its sample: states and parts, filtered and smoothed with variances,
 * standardised one-step residuals. Harvey (1989), §5.4; Durbin & Koopman, 2nd ed., §7.5.
 */
export function structuralOutput({ system, values, y, convention }: StructuralFit): StructuralOutput {
  system.apply(values);
  const filtered = kalmanFilter(system.model, y, { convention, burn: system.burn });
  const smoothed = smoothStates(system.model, filtered);
  const n = y.length;
  const components = system.components.map((component): ComponentPath => {
    const from = (states: Float64Array, variances: Float64Array) =>
      weigh(component, states, variances, n, system.model.states);
    const now = from(filtered.filtered, filtered.filteredVariance);
    const all = from(smoothed.states, smoothed.variances);
    return {
      name: component.name,
      filtered: now.mean,
      filteredVariance: now.variance,
      smoothed: all.mean,
      smoothedVariance: all.variance,
    };
  });
  return {
    filtered,
    smoothed,
    components,
    standardised: filtered.v.map((v, t) =>
      filtered.Finf[t]! > 0 || filtered.F[t] === 0 ? 0 : v / Math.sqrt(filtered.F[t]!),
    ),
    fitted: oneStep(system, filtered, n),
  };
}

/** ȳ(t | t−1) alone, for which the filter is enough. */
export function structuralFitted({ system, values, y }: StructuralFit): Float64Array {
  system.apply(values);
  return oneStep(system, kalmanFilter(system.model, y), y.length);
}

/**
 * Mean and variance of y at horizons 1 to H under the fitted parameters. With regressors, `future` holds one column each
 * with n + H values (the sample's and those ahead). Throws AppError where they are missing.
 */
export function structuralForecast(
  { system, values, y }: StructuralFit,
  horizon: number,
  future?: readonly ArrayLike<number>[],
): ObservationForecast {
  const n = y.length + horizon;
  const columns = system.spec.regressors?.length ?? 0;
  if (columns > 0 && !future?.every((x) => x.length >= n))
    throw new AppError(
      "invalid-input",
      `a forecast of ${horizon} periods with regressors needs ${columns} columns of ${n} values`,
    );
  const longer = new Float64Array(n).fill(Number.NaN);
  longer.set(y);
  const spec = columns > 0 ? { ...system.spec, regressors: future! } : system.spec;
  const extended = structuralSystem(spec, n, system.start, y);
  extended.apply(values);
  return ahead(extended.model, kalmanFilter(extended.model, longer), horizon);
}

function weigh(
  { states, weights }: StructuralSystem["components"][number],
  a: Float64Array,
  P: Float64Array,
  n: number,
  m: number,
): { mean: Float64Array; variance: Float64Array } {
  const mean = new Float64Array(n);
  const variance = new Float64Array(n);
  const k = states.length;
  const step = weights.length > k ? k : 0;
  for (let t = 0; t < n; t++)
    for (let i = 0; i < k; i++) {
      const x = weights[t * step + i]!;
      mean[t]! += x * a[t * m + states[i]!]!;
      for (let j = 0; j < k; j++)
        variance[t]! += x * weights[t * step + j]! * P[t * m * m + states[i]! * m + states[j]!]!;
    }
  return { mean, variance };
}

function oneStep({ model }: StructuralSystem, filtered: Filtered, n: number): Float64Array {
  const { states: m, Z, d } = model;
  const varies = Z.length > m;
  return Float64Array.from({ length: n }, (_, t) => {
    if (t < filtered.diffusePeriods) return Number.NaN;
    let s = d ? d[t]! : 0;
    for (let j = 0; j < m; j++) s += Z[(varies ? t * m : 0) + j]! * filtered.predicted[t * m + j]!;
    return s;
  });
}
