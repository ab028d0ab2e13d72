import { compileProgram } from "./compileProgram.ts";
import { expectationStep, factorSlot, workspaceOf } from "./expectationStep.ts";
import { type FactorPanel, standardise } from "./factorPanel.ts";
import { countWeights, type FittedFactorModel } from "./fitFactorModel.ts";
import { isQuarterly, rowWeights } from "./measurementRow.ts";
import { partSlot, stateLayout } from "./stateLayout.ts";

/** Paths by month, the horizon after the panel included. Factors in their own units, series in published ones. */
export interface SeriesPaths {
  /** months × K. */
  smoothedFactors: number[][];
  filteredFactors: number[][];
  /** E[z(t) | figures before t]: what the model expected of each series, months × N; a quarterly row read every month. */
  expected: number[][];
  /** E[z(t) | all figures]. */
  smoothed: number[][];
}

/**
 * Filtered and smoothed paths of a fitted model over a vintage and `horizon` months after it, from the plain layout, in
 * which every idiosyncratic part of a month's row is a state. For densities and many series: nowcastOf.
 */
export function seriesPaths(fit: FittedFactorModel, panel: FactorPanel, horizon = 0): SeriesPaths {
  const { model, parameters, standardisation: by } = fit;
  const months = panel.months + horizon;
  const values = standardise(panel, by, months);
  const layout = stateLayout(model, panel.start, months, values, "plain");
  const work = workspaceOf(layout, true, false);
  const weights = countWeights(panel, months, model.series.length);
  const options = {
    weights,
    measurementNoise: fit.measurementNoise,
    ...(fit.initial ? { known: fit.initial } : {}),
  };
  compileProgram(work.program, layout, parameters, values, options);
  const means = new Float64Array(months * layout.size);
  expectationStep(work, parameters, values, options, (window) => {
    means.set(window.mean, window.time * layout.size);
  });
  const factorsOfPath = (path: Float64Array): number[][] =>
    Array.from({ length: months }, (_, t) =>
      Array.from({ length: layout.factors }, (_, r) => path[t * layout.size + factorSlot(layout, 0, t) + r]!),
    );
  const read = (path: Float64Array): number[][] =>
    Array.from({ length: months }, (_, t) =>
      model.series.map((s, i) => {
        const month = isQuarterly(s.row) ? 2 : panel.start + t;
        const row = rowWeights(s.row, month) ?? [1];
        let z = 0;
        row.forEach((w, l) => {
          const at = t * layout.size + factorSlot(layout, l, t);
          for (const r of layout.loaded[i]!)
            z += w * parameters.loadings[i * layout.factors + r]! * path[at + r]!;
          if (layout.part[i] !== "observed") z += w * path[t * layout.size + partSlot(layout, i, l, t)]!;
        });
        return by.mean[i]! + by.sd[i]! * z;
      }),
    );
  return {
    smoothedFactors: factorsOfPath(means),
    filteredFactors: factorsOfPath(work.trace.filtered!),
    expected: read(work.trace.predicted!),
    smoothed: read(means),
  };
}
