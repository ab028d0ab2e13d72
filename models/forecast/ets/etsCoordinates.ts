import type { EtsParameters, EtsSpec } from "./etsSpec.ts";
import type { EtsStart } from "./etsStart.ts";

const LOW = 1e-4;
const HIGH = 0.9999;
const PHI_LOW = 0.8;
const PHI_RANGE = 0.18;
/** A step of one coordinate moves a starting slope by this share of the scale of y. */
const SLOPE_SHARE = 0.1;

const logistic = (u: number): number => 1 / (1 + Math.exp(-u));
const logit = (p: number): number => Math.log(p / (1 - p));
const within = (z: number): number => LOW + (HIGH - LOW) * z;

/**
 * Free coordinates u of a member's parameters and back.
 *   α = w(u₁),  β = α·w(u₂),  γ = (1−α)·w(u₃),  φ = 0.8 + 0.18·σ(u₄),  w(u) = 10⁻⁴ + 0.9998·σ(u)
 *   states = heuristic start + scale · u, the last seasonal effect minus the sum of the others
 * The usual region 0 < α < 1, 0 < β < α, 0 < γ < 1−α of Hyndman et al. 2008, §2.7.
 */
export function startCoordinates(spec: EtsSpec, m: number): Float64Array {
  const u = [logit(0.3)];
  if (spec.trend !== "N") u.push(logit(0.1));
  if (spec.season !== "N") u.push(logit(0.1));
  if (spec.trend === "Ad") u.push(logit(0.9));
  const states = 1 + (spec.trend === "N" ? 0 : 1) + (spec.season === "N" ? 0 : m - 1);
  return Float64Array.from([...u, ...new Float64Array(states)]);
}

export function toParameters(spec: EtsSpec, m: number, start: EtsStart, u: Float64Array): EtsParameters {
  let p = 0;
  const alpha = within(logistic(u[p++]!));
  const beta = spec.trend === "N" ? 0 : alpha * within(logistic(u[p++]!));
  const gamma = spec.season === "N" ? 0 : (1 - alpha) * within(logistic(u[p++]!));
  const phi = spec.trend === "Ad" ? PHI_LOW + PHI_RANGE * logistic(u[p++]!) : 1;
  const level = start.level + start.scale * u[p++]!;
  const slope = spec.trend === "N" ? 0 : start.slope + SLOPE_SHARE * start.scale * u[p++]!;
  const seasonal = new Float64Array(spec.season === "N" ? 0 : m);
  if (spec.season !== "N") {
    let sum = 0;
    for (let j = 0; j < m - 1; j++) {
      seasonal[j] = start.seasonal[j]! + start.scale * u[p++]!;
      sum += seasonal[j]!;
    }
    seasonal[m - 1] = -sum;
  }
  return { alpha, beta, gamma, phi, level, slope, seasonal };
}

/** Derivatives by parameter, turned into derivatives by coordinate (chain rule), written into `out`. */
export function toGradient(
  spec: EtsSpec,
  m: number,
  start: EtsStart,
  u: Float64Array,
  d: Readonly<Record<"alpha" | "beta" | "gamma" | "phi" | "level" | "slope", number>>,
  seasonal: Float64Array,
  factor: number,
  out: Float64Array,
): void {
  const slopeOf = (z: number): number => (HIGH - LOW) * z * (1 - z);
  let p = 0;
  const zAlpha = logistic(u[p++]!);
  const alpha = within(zAlpha);
  const zBeta = spec.trend === "N" ? 0 : logistic(u[p++]!);
  const zGamma = spec.season === "N" ? 0 : logistic(u[p++]!);
  const zPhi = spec.trend === "Ad" ? logistic(u[p++]!) : 0;
  let byAlpha = d.alpha;
  if (spec.trend !== "N") byAlpha += d.beta * within(zBeta);
  if (spec.season !== "N") byAlpha -= d.gamma * within(zGamma);
  let q = 0;
  out[q++] = factor * byAlpha * slopeOf(zAlpha);
  if (spec.trend !== "N") out[q++] = factor * d.beta * alpha * slopeOf(zBeta);
  if (spec.season !== "N") out[q++] = factor * d.gamma * (1 - alpha) * slopeOf(zGamma);
  if (spec.trend === "Ad") out[q++] = factor * d.phi * PHI_RANGE * zPhi * (1 - zPhi);
  out[q++] = factor * d.level * start.scale;
  if (spec.trend !== "N") out[q++] = factor * d.slope * SLOPE_SHARE * start.scale;
  if (spec.season !== "N")
    for (let j = 0; j < m - 1; j++) out[q++] = factor * (seasonal[j]! - seasonal[m - 1]!) * start.scale;
}
