import { leastSquares } from "../statistics/leastSquares.ts";
import type { ArimaFit } from "./arimaAt.ts";
import { type ArmaPolynomials, armaPolynomials } from "./arimaOrder.ts";
import { filterStates, forecastStates } from "./filterStates.ts";
import { type Innovations, innovations } from "./innovations.ts";
import { stateForecasts } from "./stateForecasts.ts";
import { pastLevelsForm } from "./stateForm.ts";

export interface ArimaPath {
  /** y with its gaps estimated from both sides. */
  levels: Float64Array;
  /** One-step fitted values aligned with y; NaN where differencing leaves none and at gaps. */
  fitted: Float64Array;
  mean: Float64Array;
  sd: Float64Array;
}

/**
 * Fitted values, and mean and standard deviation at horizons 1…H.
 *   w forecasts by running the state on, plus the constant; y(t) = w(t) + Σ δⱼ y(t−j) + β′x(t)
 *   sd(h) = σ √(Z P(T+h) Zᵀ + c(h)′ (XᵀΣ⁻¹X)⁻¹ c(h)),  Z P Zᵀ = Σ_{i<h} ψᵢ² once the state is known
 * X the columns of the gaps and c(h) what 1 more at each gap adds to the forecast: a figure not known makes those that
 * build on it less certain. Coefficients are taken as known, so intervals are a little too narrow in short series; σ² has
 * its degrees of freedom taken off to make up for part of it. `future`: the drivers over the horizon.
 * A gap that no figure speaks to (a month never published) is taken at the line between its neighbours.
 * Brockwell & Davis, 2nd ed., §9.5; Harvey (1989), §3.4.
 */
export function arimaPath(fit: ArimaFit, horizon: number, future: readonly Float64Array[] = []): ArimaPath {
  const { data, coefficients, order } = fit;
  const { delta, gaps, drivers, regressors } = data;
  const lags = delta.length - 1;
  const effects = coefficients.subarray(gaps.length, gaps.length + drivers.length);
  const constant = order.constant ? coefficients.at(-1)! : 0;
  const levels = data.levels.slice();
  gaps.forEach((at, i) => {
    levels[at]! -= coefficients[i]!;
  });
  const w = data.w.map((v, t) => v - regressors.reduce((s, x, i) => s + coefficients[i]! * x[t]!, 0));
  const arma = armaPolynomials(order, fit.arma);
  // A fit exists, so these coefficients have a likelihood and the recursion runs.
  const run = innovations(arma, [w, ...regressors.slice(0, gaps.length)], true)!;
  const errors = run.errors[0]!;
  const gap = new Set(gaps);
  const fitted = data.levels.map((_, t) =>
    t < lags || gap.has(t) ? Number.NaN : levels[t]! - errors[t - lags]!,
  );
  const without = levels.map((v, t) => v - effects.reduce((s, b, i) => s + b * drivers[i]![t]!, 0));
  const ahead = stateForecasts(arma.phi, run.states[0]!, horizon);
  const mean = integrate(without, delta, ahead, constant);
  effects.forEach((b, i) => {
    for (let h = 0; h < horizon; h++) mean[h]! += b * future[i]![h]!;
  });
  const unknown = gapVariance(fit, run, arma.phi, horizon);
  const variance = knownVariance(arma, delta, w, run, horizon);
  const sd = variance.map((v, h) => Math.sqrt(fit.innovationVariance * (v + unknown[h]!)));
  return { levels, fitted, mean, sd };
}

/** c(h)′ (XᵀΣ⁻¹X)⁻¹ c(h) of the gaps, in units of σ². */
function gapVariance(
  { data: { gaps, delta, levels } }: ArimaFit,
  run: Innovations,
  phi: Float64Array,
  horizon: number,
): Float64Array {
  const out = new Float64Array(horizon);
  const k = gaps.length;
  if (k === 0) return out;
  const [errors, ...columns] = run.standardised;
  const { factor } = leastSquares(errors!, columns);
  const effects = gaps.map((at, i) => {
    const unit = new Float64Array(levels.length);
    unit[at] = 1;
    return integrate(unit, delta, stateForecasts(phi, run.states[i + 1]!, horizon), 0);
  });
  const z = new Float64Array(k);
  for (let h = 0; h < horizon; h++)
    for (let i = 0; i < k; i++) {
      const pivot = factor[i * k + i]!;
      let v = effects[i]![h]!;
      for (let j = 0; j < i; j++) v -= factor[i * k + j]! * z[j]!;
      z[i] = pivot === 0 ? 0 : v / pivot;
      out[h]! += z[i]! ** 2;
    }
  return out;
}

function integrate(
  levels: Float64Array,
  delta: Float64Array,
  w: Float64Array,
  constant: number,
): Float64Array {
  const n = levels.length;
  const out = new Float64Array(w.length);
  for (let h = 0; h < w.length; h++) {
    let v = w[h]! + constant;
    for (let j = 1; j < delta.length; j++) v += delta[j]! * (h - j >= 0 ? out[h - j]! : levels[n + h - j]!);
    out[h] = v;
  }
  return out;
}

/** F this near its limit 1 over the last r figures: the state is known as well as it ever will be. */
const SETTLED = 1e-10;

/**
 * Z P(T+h) Zᵀ over the horizon in units of σ²: the past levels known, the ARMA state as well as the sample tells it. In the
 * steady state that is Σ_{i<h} ψᵢ², and P(T+1) = R Rᵀ; before it (a moving average that fades slowly) the filter says more.
 */
function knownVariance(
  arma: ArmaPolynomials,
  delta: Float64Array,
  w: Float64Array,
  run: Innovations,
  horizon: number,
): Float64Array {
  // A fit exists, so the coefficients are stationary and both forms can be written down.
  const form = pastLevelsForm(arma, delta, 0)!;
  const { states, selection, covariance } = form;
  const { r } = arma;
  const [v, s] = [run.errors[0]!, run.standardised[0]!];
  const settled = v.subarray(-r).every((e, i, tail) => {
    const scaled = s[s.length - tail.length + i]!;
    return scaled !== 0 && Math.abs((e / scaled) ** 2 - 1) < SETTLED;
  });
  if (settled)
    for (let i = 0; i < r; i++)
      for (let j = 0; j < r; j++) covariance[i * states + j] = selection[i]! * selection[j]!;
  else {
    const known = filterStates(pastLevelsForm(arma, Float64Array.of(0), 0)!, [{ values: w }]).covariance;
    for (let i = 0; i < r; i++) covariance.set(known.subarray(i * r, (i + 1) * r), i * states);
  }
  return forecastStates(form, new Float64Array(states), covariance, horizon).variance;
}
