/** Lag windows of long-run variances. */
export type Kernel = "bartlett" | "parzen" | "quadratic-spectral";

/**
 * Weight k(x) of lag j at x = j/bandwidth, k(0) = 1.
 *   Bartlett 1 − |x| for |x| ≤ 1;  Parzen 1 − 6x² + 6|x|³ up to ½, 2(1 − |x|)³ up to 1
 *   quadratic spectral 25/(12π²x²) · (sin(6πx/5)/(6πx/5) − cos(6πx/5))
 * Andrews (1991), Econometrica 59, equation 2.7.
 */
export function kernelWeight(kernel: Kernel, x: number): number {
  const a = Math.abs(x);
  if (kernel === "bartlett") return Math.max(0, 1 - a);
  if (kernel === "parzen") return a <= 0.5 ? 1 - 6 * a * a * (1 - a) : 2 * Math.max(0, 1 - a) ** 3;
  const z = (6 * Math.PI * a) / 5;
  // Near zero the quotient loses its digits; the series 1 − z²/10 keeps them.
  if (z < 1e-3) return 1 - (z * z) / 10;
  return (3 / (z * z)) * (Math.sin(z) / z - Math.cos(z));
}

/** Growth of the bandwidth: 1.1447 (s n)^(1/3), 2.6614 (s n)^(1/5), 1.3221 (s n)^(1/5). Andrews (1991), equation 6.2. */
export const BANDWIDTH_RULE: Readonly<Record<Kernel, { factor: number; power: number; order: 1 | 2 }>> = {
  bartlett: { factor: 1.1447, power: 1 / 3, order: 1 },
  parzen: { factor: 2.6614, power: 1 / 5, order: 2 },
  "quadratic-spectral": { factor: 1.3221, power: 1 / 5, order: 2 },
};
