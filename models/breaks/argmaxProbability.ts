import { normalCdf } from "../statistics/distribution/normal.ts";

/**
 * P(argmax_s Z(s) ≤ x) for the two-sided Brownian motion with drift that governs a break date,
 *   Z(s) = W₁(−s) − |s|/2 for s ≤ 0,  √φ W₂(s) − ξ s/2 for s > 0
 * ξ is the ratio of the signal after the break to that before, φ that times the ratio of the error variances; ξ = φ = 1
 * gives the symmetric case. With R(z) = e^{z²/2}Φ(−z), which keeps the products of huge and tiny factors in range,
 *   x ≤ 0:  −√(|x|/2π) e^{−|x|/8} − c₁ e^{−|x|/8} R(b₁√|x|) + (d₁ − 2 + |x|/2) Φ(−√|x|/2)
 *   x > 0:  1 + (ξ/√φ)√(x/2π) e^{−κx/8} + c₂ e^{−κx/8} R(b₂√x) − (d₂ − 2 + κx/2) Φ(−√(κx)/2),  κ = ξ²/φ
 * Bai (1997), Review of Economics and Statistics 79, appendix B.
 */
export function argmaxProbability(x: number, xi = 1, phi = 1): number {
  const a = Math.abs(x);
  const root = Math.sqrt(a);
  if (x <= 0) {
    const c = (phi * (phi + 2 * xi)) / (xi * (phi + xi));
    const d = (phi + 2 * xi) ** 2 / ((phi + xi) * xi);
    const decay = Math.exp(-a / 8);
    return (
      -Math.sqrt(a / (2 * Math.PI)) * decay -
      c * decay * millsRatio((0.5 + xi / phi) * root) +
      (d - 2 + a / 2) * normalCdf(-root / 2)
    );
  }
  const kappa = (xi * xi) / phi;
  const c = (xi * (2 * phi + xi)) / (phi * (phi + xi));
  const d = (xi + 2 * phi) ** 2 / ((phi + xi) * phi);
  const decay = Math.exp((-kappa * a) / 8);
  return (
    1 +
    Math.sqrt((kappa * a) / (2 * Math.PI)) * decay +
    c * decay * millsRatio(((2 * phi + xi) / (2 * Math.sqrt(phi))) * root) -
    (d - 2 + (kappa * a) / 2) * normalCdf(-Math.sqrt(kappa) * (root / 2))
  );
}

/** e^{z²/2}Φ(−z) for z ≥ 0; beyond 25 by its asymptotic series, where the factors alone leave the range of numbers. */
function millsRatio(z: number): number {
  if (z < 25) return Math.exp(0.5 * z * z) * normalCdf(-z);
  const u = 1 / (z * z);
  return ((1 - u * (1 - 3 * u * (1 - 5 * u))) / z) * (1 / Math.sqrt(2 * Math.PI));
}
