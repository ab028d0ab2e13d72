import type { EtsFit } from "./fitEts.ts";

/**
 * Mean and standard deviation of an additive-error model at horizons 1…H, from the states after the last figure.
 *   μ(h)  = l + (φ + … + φʰ) b + s(T−m+1+(h−1) mod m)
 *   sd(h) = σ √(1 + Σⱼ₌₁^{h−1} cⱼ²),   cⱼ = α + β (1 + φ + … + φʲ⁻¹) + γ·[m divides j]
 * Hyndman et al. 2008, table 6.1 (class 1), with β counted on the slope before damping.
 */
export function etsForecast(
  fit: EtsFit,
  m: number,
  horizon: number,
): { mean: Float64Array; sd: Float64Array } {
  const { level, slope, seasonal } = fit.final;
  const { alpha, beta, gamma, phi } = fit.parameters;
  const mean = new Float64Array(horizon);
  const sd = new Float64Array(horizon);
  let damped = 0;
  let power = 1;
  let variance = 1;
  for (let h = 0; h < horizon; h++) {
    if (h > 0) {
      const c = alpha + beta * damped + (fit.spec.season === "A" && h % m === 0 ? gamma : 0);
      variance += c * c;
    }
    power *= phi;
    damped += power;
    mean[h] = level + damped * slope + (fit.spec.season === "A" ? seasonal[h % m]! : 0);
    sd[h] = Math.sqrt(fit.sigma2 * variance);
  }
  return { mean, sd };
}
