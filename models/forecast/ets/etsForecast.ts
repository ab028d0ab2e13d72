import { quantile, sorted } from "../../statistics/quantile.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { seasonalProductMoments } from "./etsProductMoments.ts";
import type { EtsMoments } from "./etsSpec.ts";
import type { EtsFit } from "./fitEts.ts";

/** How the distribution of a member's forecasts is found. Hyndman et al. 2008, table 6.1 and §6.2–6.4. */
export type EtsClass = "additive" | "relative" | "product" | "none";

/**
 * Class 1: everything adds. Class 2: relative errors on what adds. Class 3: relative errors, a season that
 * multiplies what adds. No closed form for the others.
 */
export function etsClass({ error, trend, season }: EtsFit["spec"]): EtsClass {
  if (trend === "M" || trend === "Md") return "none";
  if (error === "A") return season === "M" ? "none" : "additive";
  return season === "M" ? "product" : "relative";
}

/**
 * Mean and standard deviation at horizons 1…H, from the states after the last figure; null where no closed form is known
 * (`etsPaths`).
 *   μ(h)  = l + (φ + … + φʰ) b + s(T−m+1+(h−1) mod m)
 *   class 1  v(h) = σ² (1 + Σⱼ₌₁^{h−1} cⱼ²)
 *   class 2  v(h) = (1+σ²) θ(h) − μ(h)²,  θ(h) = μ(h)² + σ² Σⱼ₌₁^{h−1} cⱼ² θ(h−j)
 *   cⱼ = α + β (1 + φ + … + φʲ⁻¹) + γ·[m divides j]
 *   class 3  etsProductMoments.ts
 * β is counted on the slope before damping. Hyndman et al. 2008, table 6.2 and equation 6.9.
 */
export function etsMoments(fit: EtsFit, m: number, horizon: number): EtsMoments | null {
  const kind = etsClass(fit.spec);
  if (kind === "none") return null;
  if (kind === "product") return seasonalProductMoments(fit, m, horizon);
  const mean = pointForecast(fit, m, horizon);
  const c = influences(fit, m, horizon);
  const sd = new Float64Array(horizon);
  if (kind === "additive") {
    let variance = 1;
    for (let h = 0; h < horizon; h++) {
      if (h > 0) variance += c[h]! ** 2;
      sd[h] = Math.sqrt(fit.sigma2 * variance);
    }
    return { mean, sd };
  }
  const theta = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    let carried = 0;
    for (let j = 1; j <= h; j++) carried += c[j]! ** 2 * theta[h - j]!;
    theta[h] = mean[h]! ** 2 + fit.sigma2 * carried;
    sd[h] = Math.sqrt(Math.max(0, (1 + fit.sigma2) * theta[h]! - mean[h]! ** 2));
  }
  return { mean, sd };
}

/** For the scheduled model, whose members are all of class 1. */
export function etsForecast(fit: EtsFit, m: number, horizon: number): EtsMoments {
  const moments = etsMoments(fit, m, horizon);
  if (!moments) throw new RangeError("the forecast variance of this member has no closed form");
  return moments;
}

/** cⱼ of the class 1 and 2 formulae; c₀ is not used. */
function influences({ spec, parameters }: EtsFit, m: number, horizon: number): Float64Array {
  const { alpha, beta, gamma, phi } = parameters;
  let damped = 0;
  let power = 1;
  return Float64Array.from({ length: horizon }, (_, j) => {
    const c = alpha + beta * damped + (spec.season !== "N" && j > 0 && j % m === 0 ? gamma : 0);
    power *= phi;
    damped += power;
    return c;
  });
}

/** The path without further errors. */
export function pointForecast(fit: EtsFit, m: number, horizon: number): Float64Array {
  const { level, slope, seasonal } = fit.final;
  const { trend, season } = fit.spec;
  const { phi } = fit.parameters;
  let damped = 0;
  let power = 1;
  return Float64Array.from({ length: horizon }, (_, h) => {
    power *= phi;
    damped += power;
    const grows = trend === "M" || trend === "Md";
    const base = grows ? level * slope ** damped : level + damped * slope;
    if (season === "N") return base;
    return season === "M" ? base * seasonal[h % m]! : base + seasonal[h % m]!;
  });
}

/**
 * Quantiles of simulated paths with Gaussian errors, seeded: row by row one horizon, one column per probability. A relative
 * error is kept above −1, so that a figure that must be positive stays so.
 */
export function etsPaths(
  fit: EtsFit,
  m: number,
  horizon: number,
  probabilities: readonly number[],
  { paths = 5000, seed = 1 }: { paths?: number; seed?: number } = {},
): { mean: Float64Array; quantiles: number[][] } {
  const random = randomSource(seed);
  const sigma = Math.sqrt(fit.sigma2);
  const ends = Array.from({ length: horizon }, () => new Float64Array(paths));
  const { alpha, beta, gamma, phi } = fit.parameters;
  const { error, trend, season } = fit.spec;
  const grows = trend === "M" || trend === "Md";
  const seasonal = new Float64Array(m + horizon);
  for (let path = 0; path < paths; path++) {
    let l = fit.final.level;
    let b = fit.final.slope;
    seasonal.set(fit.final.seasonal.subarray(0, m));
    for (let h = 0; h < horizon; h++) {
      const s = season === "N" ? 0 : seasonal[h]!;
      const carried = grows ? b ** phi : phi * b;
      const q = grows ? l * carried : l + carried;
      const f = season === "M" ? q * s : q + s;
      const draw = sigma * random.normal();
      const e = error === "M" ? f * Math.max(draw, -1 + 1e-12) : draw;
      ends[h]![path] = f + e;
      const d = season === "M" ? e / s : e;
      b = carried + (grows ? (beta * d) / l : beta * d);
      l = q + alpha * d;
      if (season === "A") seasonal[h + m] = s + gamma * e;
      else if (season === "M") seasonal[h + m] = s + (gamma * e) / q;
    }
  }
  return {
    mean: Float64Array.from(ends, (v) => v.reduce((a, x) => a + x, 0) / paths),
    quantiles: ends.map((v) => {
      const ordered = sorted(v);
      return probabilities.map((p) => quantile(ordered, p));
    }),
  };
}
