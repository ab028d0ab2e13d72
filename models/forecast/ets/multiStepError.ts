import { EtsPass } from "./etsPass.ts";
import type { EtsFit } from "./fitEts.ts";

/**
 * Mean over horizons 1…steps of the mean squared error of forecasts made at every period of the sample: the AMSE.
 *   AMSE = 1/steps Σ_h mean_t (y(t+h) − ŷ(t+h | t))²
 * Hyndman et al. 2008, §5.1.
 */
export function multiStepError(y: Float64Array, m: number, fit: EtsFit, steps: number): number {
  const pass = new EtsPass(y, m);
  pass.forward(fit.spec, fit.parameters);
  const { trend, season } = fit.spec;
  const { phi } = fit.parameters;
  const grows = trend === "M" || trend === "Md";
  let total = 0;
  for (let h = 1; h <= steps; h++) {
    let squares = 0;
    let n = 0;
    for (let t = 0; t + h <= y.length; t++) {
      const observed = y[t + h - 1]!;
      if (Number.isNaN(observed)) continue;
      let damped = 0;
      for (let j = 1, power = 1; j <= h; j++) {
        power *= phi;
        damped += power;
      }
      const base = grows
        ? pass.level[t]! * pass.slope[t]! ** damped
        : pass.level[t]! + damped * pass.slope[t]!;
      const s = season === "N" ? 0 : pass.seasonal[t + ((h - 1) % m)]!;
      squares += (observed - (season === "M" ? base * s : base + s)) ** 2;
      n++;
    }
    total += squares / n;
  }
  return total / steps;
}
