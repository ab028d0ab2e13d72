import { cholesky } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import type { RandomSource } from "../statistics/random/generator.ts";
import { type FactorModel, type FactorParameters, factorCount } from "./factorModel.ts";
import type { FactorPanel } from "./factorPanel.ts";
import { isQuarterly, rowWeights } from "./measurementRow.ts";

const BURN_IN = 100;

/** A drawn path of a factor model: the panel as its rows publish it, complete, and the months behind it. */
export interface SimulatedPanel {
  panel: FactorPanel;
  /** months × K. */
  factors: Float64Array;
  /** The latent monthly x, months × N. */
  monthly: Float64Array;
}

/** Draws `months` months from month `start` on (100 earlier ones are thrown away), in standard units. */
export function simulateFactorModel(
  model: FactorModel,
  parameters: FactorParameters,
  start: number,
  months: number,
  random: RandomSource,
): SimulatedPanel {
  const k = factorCount(model);
  const n = model.series.length;
  const total = months + BURN_IN;
  const f = new Float64Array(total * k);
  const x = new Float64Array(total * n);
  const e = new Float64Array(n);
  const roots = model.blocks.map(
    (b, i) => cholesky(matrix(b.factors, b.factors, parameters.innovation[i]!.slice()))!,
  );
  for (let t = 0; t < total; t++) {
    let first = 0;
    model.blocks.forEach(({ factors: own, order }, b) => {
      const shocks = Float64Array.from({ length: own }, () => random.normal());
      for (let r = 0; r < own; r++) {
        let v = 0;
        for (let c = 0; c <= r; c++) v += roots[b]!.data[r * own + c]! * shocks[c]!;
        for (let l = 1; l <= Math.min(order, t); l++)
          for (let c = 0; c < own; c++)
            v +=
              parameters.transition[b]![r * own * order + (l - 1) * own + c]! * f[(t - l) * k + first + c]!;
        f[t * k + first + r] = v;
      }
      first += own;
    });
    for (let i = 0; i < n; i++) {
      e[i] = parameters.rho[i]! * e[i]! + Math.sqrt(parameters.variance[i]!) * random.normal();
      let v = e[i]!;
      for (let r = 0; r < k; r++) v += parameters.loadings[i * k + r]! * f[t * k + r]!;
      x[t * n + i] = v;
    }
  }
  const values = new Float64Array(months * n).fill(Number.NaN);
  for (let t = 0; t < months; t++)
    model.series.forEach(({ row }, i) => {
      if (isQuarterly(row) && (start + t) % 3 !== 2) return;
      const w = rowWeights(row, start + t);
      if (w) values[t * n + i] = w.reduce((sum, c, l) => sum + c * x[(BURN_IN + t - l) * n + i]!, 0);
    });
  return {
    panel: { start, months, values },
    factors: f.slice(BURN_IN * k),
    monthly: x.slice(BURN_IN * n),
  };
}
