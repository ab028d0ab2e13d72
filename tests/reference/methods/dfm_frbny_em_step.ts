import { factorSlot } from "../../../models/nowcast/expectationStep.ts";
import type { FactorModel } from "../../../models/nowcast/factorModel.ts";
import type { FactorPanel } from "../../../models/nowcast/factorPanel.ts";
import { type FittedFactorModel, fitFactorModel } from "../../../models/nowcast/fitFactorModel.ts";
import { seriesPaths } from "../../../models/nowcast/seriesPaths.ts";
import { partSlot, type StateLayout, stateLayout } from "../../../models/nowcast/stateLayout.ts";
import type { KnownState } from "../../../models/nowcast/statsmodelsStep.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";
import { compareParameters, type MqParams, mqModel, mqPanel, mqParameters } from "./dynamic_factor_mq.ts";

interface Step {
  params: number[];
  llf_without_constant: number;
  initial_state: number[];
  initial_state_cov: number[][];
  smoothed_forecasts: number[][];
}

const NOISE = 1e-4;

export const check: MethodCheck = {
  method: "dfm_frbny_em_step",
  answeredBy: "nowcast/statsmodelsStep.ts#statsmodelsStep",
  source: "Bańbura & Modugno (2014); Bok et al. (2018), FRBNY Staff Nowcast",
  tolerance: "log-likelihood 1e-6 absolute; parameters, first state and smoothed figures 1e-6 of the largest",
  reason: "deterministic step from a given first state; MATLAB's pseudo-inverses and printed figures",
  check(c: ReferenceCase, compare: Compare): void {
    const input = c.input as unknown as Parameters<typeof mqPanel>[0];
    const params = c.params as unknown as MqParams & { init_t0: boolean; obs_cov_diag: boolean };
    const model = mqModel(input, { ...params, idiosyncratic_ar1: true });
    const plain = mqPanel(input);
    const panel = params.init_t0 ? monthBefore(plain, model.series.length) : plain;
    const [one, two] = [c.output.step1, c.output.step2] as [Step, Step];
    const first = read(model, panel, one, 0);
    const constant = c.output.statsmodels_loglike_constant as number;
    compare.absolute("log-likelihood at step 1", first.path[0]! - constant, one.llf_without_constant, 1e-6);
    compare.absolute(
      "log-likelihood at step 1, constants included",
      first.path[0],
      c.output.statsmodels_llf_at_step1 as number,
      1e-6,
    );
    const second = read(model, panel, one, 1);
    compareParameters("step 2", second.parameters, mqParameters(two.params, model), 1e-6, compare);
    compare.absolute(
      "log-likelihood at step 2",
      second.path.at(-1)! - constant,
      two.llf_without_constant,
      1e-4,
    );
    const layout = layoutOf(second, panel);
    const theirs = slots(layout, two);
    compare.array("first state", pick(second.initial!.mean, theirs.order), two.initial_state, 1e-6);
    compare.array(
      "covariance of the first state",
      theirs.order.map((i) => theirs.order.map((j) => second.initial!.covariance[i * layout.size + j]!)),
      two.initial_state_cov,
      1e-6,
    );
    compare.array("smoothed figures at step 1", standardised(first, panel), one.smoothed_forecasts, 1e-6);
    compare.array(
      "smoothed figures at step 2",
      standardised(read(model, panel, two, 0), panel),
      two.smoothed_forecasts,
      1e-6,
    );
  },
};

/** A fit of so many iterations from what the peer printed of a step. */
function read(model: FactorModel, panel: FactorPanel, step: Step, iterations: number): FittedFactorModel {
  const options = {
    em: "statsmodels" as const,
    measurementNoise: NOISE,
    tolerance: 0,
    start: mqParameters(step.params, model),
  };
  const layout = layoutOf(fitFactorModel(model, panel, { ...options, maxIterations: 0 }), panel);
  return fitFactorModel(model, panel, {
    ...options,
    maxIterations: iterations,
    initial: slots(layout, step).state,
  });
}

const layoutOf = (fit: FittedFactorModel, panel: FactorPanel): StateLayout =>
  stateLayout(fit.model, panel.start, panel.months, panel.values, "plain");

/** The panel with one empty month before it, in which the peer's first state stands. */
function monthBefore(panel: FactorPanel, n: number): FactorPanel {
  const values = new Float64Array(panel.values.length + n).fill(Number.NaN);
  values.set(panel.values, n);
  return { start: panel.start - 1, months: panel.months + 1, values };
}

/** The peer's state (factor lags, monthly errors, five lags of the quarterly ones) in the slots of our plain layout. */
function slots(layout: StateLayout, step: Step): { order: number[]; state: KnownState } {
  const order: number[] = [];
  for (let l = 0; l < 5; l++)
    for (let r = 0; r < layout.factors; r++) order.push(factorSlot(layout, l, 0) + r);
  const quarterly = layout.model.series.map((s, i) => ({ i, q: s.row.kind !== "monthly" }));
  for (const { i, q } of quarterly) if (!q) order.push(partSlot(layout, i, 0, 0));
  for (let l = 0; l < 5; l++) for (const { i, q } of quarterly) if (q) order.push(partSlot(layout, i, l, 0));
  const mean = new Float64Array(layout.size);
  const covariance = new Float64Array(layout.size * layout.size);
  order.forEach((slot, a) => {
    mean[slot] = step.initial_state[a]!;
    order.forEach((other, b) => {
      covariance[slot * layout.size + other] = step.initial_state_cov[a]![b]!;
    });
  });
  return { order, state: { mean, covariance } };
}

const pick = (values: Float64Array, order: readonly number[]): number[] => order.map((i) => values[i]!);

/** Smoothed figures of every series, in standard units as the peer leaves them: after the first state, one month further. */
function standardised(fit: FittedFactorModel, panel: FactorPanel): number[][] {
  const { mean, sd } = fit.standardisation;
  const { smoothed } = seriesPaths(fit, panel, 1);
  return smoothed.slice(1).map((row) => row.map((v, i) => (v - mean[i]!) / sd[i]!));
}
