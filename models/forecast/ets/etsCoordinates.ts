import { type EtsParameters, type EtsSpec, isDamped } from "./etsSpec.ts";
import type { EtsStart } from "./etsStart.ts";

const LOW = 1e-4;
const HIGH = 0.9999;
const PHI_LOW = 0.8;
const PHI_RANGE = 0.18;

/** Smoothing parameters held where they are said; the search leaves them alone. */
export interface FixedSmoothing {
  alpha?: number;
  beta?: number;
  gamma?: number;
  phi?: number;
}

const logistic = (u: number): number => 1 / (1 + Math.exp(-u));
const logit = (p: number): number => Math.log(p / (1 - p));
const within = (z: number): number => LOW + (HIGH - LOW) * z;

/**
 * Free coordinates u of a member's parameters and back.
 *   α = w(u₁),  β = α·w(u₂),  γ = (1−α)·w(u₃),  φ = 0.8 + 0.18·σ(u₄),  w(u) = 10⁻⁴ + 0.9998·σ(u)
 *   states = heuristic start + scale · u, the last seasonal effect what the others leave of 0, or of m where it multiplies
 * The usual region 0 < α < 1, 0 < β < α, 0 < γ < 1−α of Hyndman et al. 2008, §2.7. Within it every member is
 * admissible up to a damping slip of no practical weight.
 */
export function startCoordinates(
  spec: EtsSpec,
  m: number,
  fixed: FixedSmoothing = {},
  alpha = 0.3,
): Float64Array {
  const u: number[] = [];
  if (fixed.alpha === undefined) u.push(logit(alpha));
  if (spec.trend !== "N" && fixed.beta === undefined) u.push(logit(0.1));
  if (spec.season !== "N" && fixed.gamma === undefined) u.push(logit(0.1));
  if (isDamped(spec) && fixed.phi === undefined) u.push(logit(0.9));
  const states = 1 + (spec.trend === "N" ? 0 : 1) + (spec.season === "N" ? 0 : m - 1);
  return Float64Array.from([...u, ...new Float64Array(states)]);
}

/** Smoothing parameters and first states at the coordinates u. */
export function toParameters(
  spec: EtsSpec,
  m: number,
  start: EtsStart,
  u: Float64Array,
  fixed: FixedSmoothing = {},
): EtsParameters {
  let p = 0;
  const alpha = fixed.alpha ?? within(logistic(u[p++]!));
  const beta = spec.trend === "N" ? 0 : (fixed.beta ?? alpha * within(logistic(u[p++]!)));
  const gamma = spec.season === "N" ? 0 : (fixed.gamma ?? (1 - alpha) * within(logistic(u[p++]!)));
  const phi = isDamped(spec) ? (fixed.phi ?? PHI_LOW + PHI_RANGE * logistic(u[p++]!)) : 1;
  const level = start.level + start.scale * u[p++]!;
  const slope = spec.trend === "N" ? 0 : start.slope + start.slopeScale * u[p++]!;
  const seasonal = new Float64Array(spec.season === "N" ? 0 : m);
  if (spec.season !== "N") {
    let sum = 0;
    for (let j = 0; j < m - 1; j++) {
      seasonal[j] = start.seasonal[j]! + start.seasonalScale * u[p++]!;
      sum += seasonal[j]!;
    }
    seasonal[m - 1] = (spec.season === "M" ? m : 0) - sum;
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
  fixed: FixedSmoothing = {},
): void {
  const slopeOf = (z: number): number => (HIGH - LOW) * z * (1 - z);
  const freeAlpha = fixed.alpha === undefined;
  const freeBeta = spec.trend !== "N" && fixed.beta === undefined;
  const freeGamma = spec.season !== "N" && fixed.gamma === undefined;
  const freePhi = isDamped(spec) && fixed.phi === undefined;
  let p = 0;
  const zAlpha = freeAlpha ? logistic(u[p++]!) : 0;
  const alpha = fixed.alpha ?? within(zAlpha);
  const zBeta = freeBeta ? logistic(u[p++]!) : 0;
  const zGamma = freeGamma ? logistic(u[p++]!) : 0;
  const zPhi = freePhi ? logistic(u[p++]!) : 0;
  let byAlpha = d.alpha;
  if (freeBeta) byAlpha += d.beta * within(zBeta);
  if (freeGamma) byAlpha -= d.gamma * within(zGamma);
  let q = 0;
  if (freeAlpha) out[q++] = factor * byAlpha * slopeOf(zAlpha);
  if (freeBeta) out[q++] = factor * d.beta * alpha * slopeOf(zBeta);
  if (freeGamma) out[q++] = factor * d.gamma * (1 - alpha) * slopeOf(zGamma);
  if (freePhi) out[q++] = factor * d.phi * PHI_RANGE * zPhi * (1 - zPhi);
  out[q++] = factor * d.level * start.scale;
  if (spec.trend !== "N") out[q++] = factor * d.slope * start.slopeScale;
  if (spec.season !== "N")
    for (let j = 0; j < m - 1; j++)
      out[q++] = factor * (seasonal[j]! - seasonal[m - 1]!) * start.seasonalScale;
}
