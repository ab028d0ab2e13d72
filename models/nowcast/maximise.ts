import type { Expectation } from "./expectation.ts";
import type { FactorParameters } from "./factorModel.ts";
import { observedMoments } from "./observedMoments.ts";
import { stepOfObserved } from "./observedStep.ts";
import { type SeriesParameters, stepOfPart } from "./seriesStep.ts";
import type { StateLayout } from "./stateLayout.ts";
import { transitionMoments, transitionStep } from "./transitionStep.ts";

/**
 * The M-step: new parameters from the smoothed moments, block by block and series by series. Each part raises the
 * expected complete-data likelihood given the others (ECM), so the likelihood of the figures never falls.
 * `weights` are the precisions that the E-step used.
 */
export function maximise(
  layout: StateLayout,
  expectation: Expectation,
  values: Float64Array,
  old: FactorParameters,
  weights: Float64Array | null = null,
): FactorParameters {
  const { factors: k, loaded, model, part } = layout;
  const n = model.series.length;
  const observed = observedMoments(layout, expectation, values, weights);
  const out: FactorParameters = {
    loadings: new Float64Array(n * k),
    transition: [],
    innovation: [],
    rho: new Float64Array(n),
    variance: new Float64Array(n),
  };
  model.series.forEach((s, i) => {
    const before: SeriesParameters = {
      loadings: Float64Array.from(loaded[i]!, (r) => old.loadings[i * k + r]!),
      rho: old.rho[i]!,
      variance: old.variance[i]!,
    };
    const white = s.idiosyncratic === "white";
    const after =
      part[i] === "observed"
        ? stepOfObserved(observed[i]!, loaded[i]!, k, before, white)
        : stepOfPart(expectation.parts[i]!, before, white);
    loaded[i]!.forEach((r, j) => {
      out.loadings[i * k + r] = after.loadings[j]!;
    });
    out.rho[i] = after.rho;
    out.variance[i] = after.variance;
  });
  let first = 0;
  const steps = model.blocks.map((block, b) => {
    const moments = transitionMoments(layout, expectation, block, first, null);
    first += block.factors;
    return transitionStep(moments, block, old.transition[b]!, old.innovation[b]!);
  });
  return { ...out, transition: steps.map((s) => s.a), innovation: steps.map((s) => s.q) };
}
