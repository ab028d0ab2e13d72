import { leastSquares } from "../statistics/leastSquares.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { identity, type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { minimise, withNumericGradient } from "../statistics/optimise/minimise.ts";
import { unflatten } from "./arimaCovariance.ts";
import { type ArimaOrder, armaPolynomials, differenced, differencePolynomial } from "./arimaOrder.ts";
import { type FilterColumn, type Filtered, filterStates, forecastStates } from "./filterStates.ts";
import { fitArima } from "./fitArima.ts";
import { runningDifferencesForm, type StateForm } from "./stateForm.ts";
import { toCoefficients } from "./stationaryCoefficients.ts";

/** A series and its model in the convention of statsmodels' SARIMAX. */
export interface SarimaxModel {
  /** NaN = gap. */
  y: Float64Array;
  order: Omit<ArimaOrder, "constant">;
  /** Powers of t = 1, 2, … that enter the recursion: [0] a constant, [1] a slope, [0, 1] both. */
  trend: readonly number[];
  drivers: readonly Float64Array[];
  /** Variance of each level differenced away before the first figure, in the units of y squared. */
  prior: number;
}

/** What stands for knowing nothing about the levels, in absolute terms (not in units of σ²). */
export const SARIMAX_PRIOR = 1e6;

/**
 * The model over figures differenced beforehand (`simple_differencing`): nothing is left under the large variance.
 */
export function differencedModel(model: SarimaxModel): SarimaxModel {
  const delta = differencePolynomial(model.order);
  return {
    ...model,
    y: differenced(model.y, delta),
    drivers: model.drivers.map((x) => differenced(x, delta)),
    order: { ...model.order, d: 0, D: 0 },
  };
}

export interface SarimaxRun {
  logLikelihood: number;
  /** log density of each figure; 0 at a gap. The first `burn` are not counted in the sum. */
  terms: Float64Array;
  burn: number;
  /** v(t) and its variance, in the units of y. */
  errors: Float64Array;
  variances: Float64Array;
  /** What the figures before t say of y(t), at gaps too. */
  predictions: Float64Array;
  /** Mean and standard deviation ahead; `future`: the drivers over the horizon. */
  forecast(horizon: number, future?: readonly Float64Array[]): { mean: Float64Array; sd: Float64Array };
}

/**
 * log L at given parameters, ordered [trend, drivers, φ, θ, Φ, Θ, σ²].
 *   y(t) = β′x(t) + u(t),  φ(B)Φ(Bᵐ)(1−B)ᵈ(1−Bᵐ)ᴰ u(t) = Σ cᵢ (t−1)^i + θ(B)Θ(Bᵐ) e(t),  first mean at c(1)/(1−Σφ)
 *   log L = Σ_{t > burn} −½ [log 2πF(t) + v(t)²/F(t)],  burn = d + mD
 * The trend enters the recursion, so a constant is mean · (1 − Σφ), and with one period's delay: the state of t+1 takes
 * the trend of t. null where the coefficients are not stationary.
 * Durbin & Koopman (2012), 2nd ed., §7.2; conventions of statsmodels 0.13.
 */
export function sarimaxAt(model: SarimaxModel, parameters: ArrayLike<number>): SarimaxRun | null {
  const { y, drivers, trend, order } = model;
  const x = Float64Array.from(parameters);
  const sigma2 = x.at(-1)!;
  const slopes = x.subarray(trend.length, trend.length + drivers.length);
  const form = formOf(model, x.subarray(trend.length + drivers.length), sigma2);
  if (!form) return null;
  const n = y.length;
  const values = y.map((v, t) => v - slopes.reduce((sum, b, i) => sum + b * drivers[i]![t]!, 0));
  const path = (from: number, length: number): Float64Array =>
    Float64Array.from({ length }, (_, i) =>
      trend.reduce((sum, power, k) => sum + x[k]! * (from + i) ** power, 0),
    );
  const column: FilterColumn = trend.length > 0 ? { values, intercept: path(1, n) } : { values };
  const run = filterStates(form, [column]);
  const variances = run.variances.map((f) => f * sigma2);
  const errors = run.errors[0]!;
  const terms = errors.map((v, t) =>
    Number.isNaN(v) ? 0 : -0.5 * (Math.log(2 * Math.PI * variances[t]!) + (v * v) / variances[t]!),
  );
  const burn = order.d + order.m * order.D;
  return {
    logLikelihood: terms.subarray(burn).reduce((a, v) => a + v, 0),
    terms,
    burn,
    errors,
    variances,
    predictions: run.predictions[0]!.map(
      (v, t) => v + slopes.reduce((sum, b, i) => sum + b * drivers[i]![t]!, 0),
    ),
    forecast(horizon, future = []) {
      const later = trend.length > 0 ? path(n + 1, horizon) : undefined;
      const { mean, variance } = forecastStates(form, run.states[0]!, run.covariance, horizon, later);
      slopes.forEach((b, i) => {
        for (let h = 0; h < horizon; h++) mean[h]! += b * future[i]![h]!;
      });
      return { mean, sd: variance.map((v) => Math.sqrt(v * sigma2)) };
    },
  };
}

/**
 * Maximum likelihood in the same convention: BFGS over ARMA coordinates and log σ², trend and drivers by least squares.
 * null where the differenced figures do not move, are too few, or are not finite or too large to be squared.
 */
export function fitSarimax(model: SarimaxModel): { parameters: Float64Array; logLikelihood: number } | null {
  const { y, drivers, trend, order } = model;
  const full = { ...order, constant: false };
  const k = order.p + order.q + order.P + order.Q;
  const burn = order.d + order.m * order.D;
  const zero = new Float64Array(y.length);
  const columns: FilterColumn[] = [
    { values: y },
    ...trend.map((power) => ({ values: zero, intercept: zero.map((_, t) => (t + 1) ** power) })),
    ...drivers.map((values) => ({ values })),
  ];
  const scale = variance(differenced(y, differencePolynomial(order)));
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return null;
  const solved = (u: Float64Array) => {
    const { ar, ma, seasonalAr, seasonalMa } = toCoefficients(full, u.subarray(0, k));
    const sigma2 = scale * Math.exp(u[k]!);
    const form = formOf(model, Float64Array.from([...ar, ...ma, ...seasonalAr, ...seasonalMa]), sigma2);
    if (!form) return null;
    const run = filterStates(form, columns);
    const used = [...run.variances.keys()].filter((t) => t >= burn && !Number.isNaN(run.variances[t]!));
    const effects = leastSquares(
      standardised(run, 0, used, 1),
      columns.slice(1).map((_, i) => standardised(run, i + 1, used, i < trend.length ? -1 : 1)),
    );
    const logs = used.reduce((sum, t) => sum + Math.log(2 * Math.PI * sigma2 * run.variances[t]!), 0);
    const parameters = [...effects.coefficients, ...ar, ...ma, ...seasonalAr, ...seasonalMa, sigma2];
    return { deviance: logs + effects.residualSquares / sigma2, parameters };
  };
  // The exact fit, with a mean for whatever trend there is, is the best of starts.
  const exact = fitArima(y, { ...order, constant: trend.length > 0 && order.d + order.D === 0 }, { drivers });
  const start = new Float64Array(k + 1);
  if (exact) start.set([...exact.coordinates, Math.log(exact.sigma2 / scale)]);
  const objective = withNumericGradient((u) => (solved(u)?.deviance ?? Number.POSITIVE_INFINITY) / 2);
  const end = solved(minimise(objective, start, { tolerance: 1e-11, longestStep: 0.6 }).x);
  return end && { parameters: Float64Array.from(end.parameters), logLikelihood: -end.deviance / 2 };
}

/**
 * Covariance of the estimates from the outer product of the gradients of the terms (Berndt, Hall, Hall & Hausman):
 *   V = [Σ_{t>burn} g(t) g(t)′]⁻¹,  g(t) = ∂ log p(y(t)|past)/∂β  by central differences
 * null where they are collinear.
 */
export function outerProductCovariance(model: SarimaxModel, parameters: Float64Array): Matrix | null {
  const k = parameters.length;
  const x = parameters.slice();
  const gradients = Array.from(parameters, (centre, i) => {
    const h = 1e-5 * Math.max(Math.abs(centre), 1e-3);
    x[i] = centre + h;
    const above = sarimaxAt(model, x);
    x[i] = centre - h;
    const below = sarimaxAt(model, x);
    x[i] = centre;
    return above && below
      ? above.terms.map((v, t) => (t < above.burn ? 0 : (v - below.terms[t]!) / (2 * h)))
      : null;
  });
  const products = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      const [a, b] = [gradients[i], gradients[j]];
      if (!a || !b) return null;
      products.data[i * k + j] = a.reduce((sum, v, t) => sum + v * b[t]!, 0);
    }
  return solvePositive(products, identity(k));
}

/** The states of the model at ARMA coefficients [φ, θ, Φ, Θ]. */
function formOf({ order, prior }: SarimaxModel, arma: Float64Array, sigma2: number): StateForm | null {
  const full = { ...order, constant: false };
  return runningDifferencesForm(armaPolynomials(full, unflatten(full, arma)), order, prior / sigma2);
}

function standardised(
  { errors, variances }: Filtered,
  c: number,
  used: readonly number[],
  sign: 1 | -1,
): Float64Array {
  return Float64Array.from(used, (t) => (sign * errors[c]![t]!) / Math.sqrt(variances[t]!));
}

function variance(x: Float64Array): number {
  const known = x.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((a, v) => a + v, 0) / known.length;
  return known.reduce((a, v) => a + (v - mean) ** 2, 0) / known.length;
}
