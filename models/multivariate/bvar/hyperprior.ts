import { logGamma } from "../../statistics/distribution/logGamma.ts";

/** A gamma density by its mode and standard deviation. */
export interface GammaBelief {
  mode: number;
  sd: number;
}

/** The beliefs of Giannone, Lenza & Primiceri (2015), §III: λ about 0.2, μ and δ about 1. */
export const BELIEFS: Readonly<
  Record<"tightness" | "sumOfCoefficients" | "initialObservation", GammaBelief>
> = {
  tightness: { mode: 0.2, sd: 0.4 },
  sumOfCoefficients: { mode: 1, sd: 1 },
  initialObservation: { mode: 1, sd: 1 },
};

/**
 * log density of a gamma variable with shape a and scale s:
 *   (a−1) s = mode,  √a s = sd  ⇒  a = 1 + m²/2 + m √(1 + m²/4),  m = mode/sd;   s = sd/√a
 */
export function logGammaDensity(x: number, { mode, sd }: GammaBelief): number {
  const m = mode / sd;
  const shape = 1 + 0.5 * m * m + m * Math.sqrt(1 + 0.25 * m * m);
  const scale = sd / Math.sqrt(shape);
  return (shape - 1) * Math.log(x) - x / scale - shape * Math.log(scale) - logGamma(shape);
}
