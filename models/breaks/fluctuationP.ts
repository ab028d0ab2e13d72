import { normalCdf, normalUpper } from "../statistics/distribution/normal.ts";
import { interpolate } from "../statistics/interpolate.ts";

/**
 * P(max |B(t)|/(1 + 2t) > x) for a Brownian motion on [0, 1], the recursive CUSUM test; below 0.3 a straight line.
 *   2 [1 − Φ(3x) + e^{−4x²}(Φ(x) + Φ(5x) − 1) − e^{−16x²}(1 − Φ(x))]
 * Brown, Durbin & Evans (1975), §2.3; the line after Zeileis et al. (2002), Journal of Statistical Software 7(2).
 */
export function brownianMotionP(x: number): number {
  if (x < 0.3) return 1 - 0.1465 * x;
  const x2 = x * x;
  return (
    2 *
    (normalUpper(3 * x) +
      Math.exp(-4 * x2) * (normalCdf(x) - normalUpper(5 * x)) -
      Math.exp(-16 * x2) * normalUpper(x))
  );
}

/**
 * P(max |B⁰(t)| > x) for a Brownian bridge, Kolmogorov's distribution.
 *   2 Σ_{j≥1} (−1)^{j+1} e^{−2j²x²}
 * Ploberger & Krämer (1992), Econometrica 60.
 */
export function brownianBridgeP(x: number): number {
  if (x < 0.1) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) {
    const term = Math.exp(-2 * j * j * x * x);
    sum += j % 2 === 1 ? term : -term;
    if (term < 1e-18 * Math.abs(sum)) break;
  }
  return 2 * sum;
}

const SHARES = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** Upper 10, 5, 2.5 and 1 % by window share: Chu, Hornik & Kuan (1995), table for one component. */
const MOSUM = [
  [0.7552, 0.9809, 1.1211, 1.217, 1.2811, 1.3258, 1.3514, 1.3628, 1.361, 1.3751],
  [0.8017, 1.0483, 1.2059, 1.3158, 1.392, 1.4448, 1.4789, 1.4956, 1.4976, 1.5115],
  [0.8444, 1.1119, 1.2845, 1.4053, 1.4917, 1.5548, 1.5946, 1.6152, 1.621, 1.6341],
  [0.8977, 1.1888, 1.3767, 1.5131, 1.6118, 1.6863, 1.7339, 1.7572, 1.7676, 1.7808],
];

/**
 * P(max |B⁰(t + h) − B⁰(t)| > x) for a window of share h, interpolated in the table: between 1 at x = 0 and 0.1 a line,
 * 0.01 where it ends. Chu, Hornik & Kuan (1995), Econometric Theory 11.
 */
export function bridgeIncrementsP(x: number, h: number): number {
  const quantiles = MOSUM.map((row) => interpolate(SHARES, row, h));
  return interpolate([0, ...quantiles], [1, 0.1, 0.05, 0.025, 0.01], x);
}
