import type { Matrix } from "../../statistics/matrix/matrix.ts";
import { minimiseBetween } from "../../statistics/optimise/goldenSection.ts";
import { minimise, withNumericGradient } from "../../statistics/optimise/minimise.ts";
import { logMarginalLikelihood } from "./conjugatePosterior.ts";
import type { CrossProducts } from "./crossProducts.ts";
import { BELIEFS, logGammaDensity } from "./hyperprior.ts";
import { type MinnesotaOptions, minnesotaPrior, residualScales } from "./minnesotaPrior.ts";

/** Hyperparameters that may be left to the data. */
export type Hyperparameter = keyof typeof BELIEFS;

/** What of the prior is given: scales, decay, and the hyperparameters that are not free. */
export type PriorShape = Partial<MinnesotaOptions>;

export interface Tightness {
  chosen: Readonly<Partial<Record<Hyperparameter, number>>>;
  /** log p(Y | θ) + log p(θ) at the choice. */
  logPosterior: number;
}

const NARROWEST = Math.log(1e-4);
const WIDEST = Math.log(50);

/**
 * The hyperparameters with the highest posterior density, for those named in `free`; the others are as `shape` gives them.
 *   max_θ log p(Y | θ) + Σ log p(θ_i),   p(θ_i) gamma
 * found over log θ between 1e-4 and 50: golden section for one, BFGS from three starts for several.
 * Giannone, Lenza & Primiceri (2015), §II–III.
 */
export function chooseTightness(
  y: Matrix,
  lags: number,
  data: CrossProducts,
  free: readonly Hyperparameter[],
  shape: PriorShape = {},
): Tightness {
  const density = hyperDensity(y, lags, data, free, shape);
  if (free.length === 1) {
    const { x, value } = minimiseBetween((v) => -density(Float64Array.of(v)), NARROWEST, WIDEST, 1e-6);
    return { chosen: named(free, Float64Array.of(x)), logPosterior: -value };
  }
  let best = { x: new Float64Array(free.length), value: Number.POSITIVE_INFINITY };
  for (const start of [0.1, 0.3, 1]) {
    const from = free.map((name) => Math.log(name === "tightness" ? 0.5 * start : start));
    const found = minimise(
      withNumericGradient((x) => -density(x)),
      from,
      { tolerance: 1e-10 },
    );
    if (found.value < best.value) best = { x: Float64Array.from(found.x), value: found.value };
  }
  return { chosen: named(free, best.x), logPosterior: -best.value };
}

/** log p(Y | θ) + log p(θ) at logarithms of the free hyperparameters; −∞ outside the searched range. */
export function hyperDensity(
  y: Matrix,
  lags: number,
  data: CrossProducts,
  free: readonly Hyperparameter[],
  shape: PriorShape,
): (logs: Float64Array) => number {
  const scale = shape.scale ?? Array.from(residualScales(y, lags));
  return (logs) => {
    if (logs.some((v) => !(v >= NARROWEST && v <= WIDEST))) return Number.NEGATIVE_INFINITY;
    const prior = minnesotaPrior(y, lags, { ...withDefault(shape), scale, ...named(free, logs) });
    let sum = logMarginalLikelihood(data, prior);
    free.forEach((name, i) => {
      sum += logGammaDensity(Math.exp(logs[i]!), BELIEFS[name]);
    });
    return sum;
  };
}

export const named = (free: readonly Hyperparameter[], logs: Float64Array): Tightness["chosen"] =>
  Object.fromEntries(free.map((name, i) => [name, Math.exp(logs[i]!)]));

/** A tightness that is neither given nor free takes its believed value. */
export const withDefault = (shape: PriorShape): MinnesotaOptions => ({
  ...shape,
  tightness: shape.tightness ?? BELIEFS.tightness.mode,
});
