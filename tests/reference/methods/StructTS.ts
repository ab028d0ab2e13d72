import { fitStructural } from "../../../models/forecast/structural/fitStructural.ts";
import {
  structuralForecast,
  structuralOutput,
} from "../../../models/forecast/structural/structuralOutput.ts";
import type { StructuralSpec } from "../../../models/forecast/structural/structuralSpec.ts";
import type { MethodCheck } from "../method.ts";

interface Coefficients {
  level: number;
  slope?: number;
  seas?: number;
  epsilon: number;
}

export const check: MethodCheck = {
  method: "StructTS",
  answeredBy:
    "forecast/structural/fitStructural.ts#fitStructural, forecast/structural/structuralOutput.ts#structuralOutput",
  source: "Harvey (1989), §2.3; Durbin & Koopman, 2nd ed., §3.2",
  tolerance:
    "at their variances: log-likelihood 1e-5 absolute, states, residuals and forecasts 1e-6 relative; our optimum ≥ theirs − 1e-3",
  reason:
    'R starts from a₀ = (y₁, 0, …) and P₀ = 10⁴ Var(y) in every cell: its smoother loses digits to that size, not to the recursions; the start is the option "common"',
  check(c, compare) {
    const { type, h } = c.params as { type: "level" | "trend" | "BSM"; h: number };
    const { values, frequency } = c.input as { values: (number | null)[]; frequency: number };
    const out = c.output as unknown as {
      coef: Coefficients;
      loglik: number;
      filtered: (number | number[])[];
      smoothed: (number | number[])[];
      residuals: number[];
      pred: number[];
      pred_se: number[];
    };
    const y = Float64Array.from(values, (v) => v ?? Number.NaN);
    const spec: StructuralSpec = {
      level: type === "level" ? "llevel" : "lltrend",
      ...(type === "BSM" ? { seasonal: { period: frequency } } : {}),
    };
    const { level, slope, seas, epsilon } = out.coef;
    const theirs = [epsilon, level, slope, seas].filter((v) => v !== undefined);
    const at = fitStructural(y, spec, { start: "common", fixed: theirs });
    const ours = structuralOutput(at);
    // With gaps R scales the mean of v²/F + log F by the length of y, not by the figures in it.
    const count = at.count;
    const constants = 0.5 * count * Math.log(2 * Math.PI);
    const asTheirs = (ours: number) => ((ours + constants) * y.length) / count - constants;
    compare.absolute("loglik at their variances", asTheirs(at.logLikelihood), out.loglik, 1e-5);
    const shown = type === "level" ? 1 : type === "trend" ? 2 : 3;
    const { states: m } = at.system.model;
    const first = (data: Float64Array) =>
      Array.from({ length: y.length }, (_, t) => Array.from(data.subarray(t * m, t * m + shown)));
    compare.array("filtered", first(ours.filtered.filtered), out.filtered, 1e-6);
    compare.array("smoothed", first(ours.smoothed.states), out.smoothed, 1e-6);
    compare.array("residuals", ours.standardised, out.residuals, 1e-6);
    const ahead = structuralForecast(at, h);
    compare.array("pred", ahead.mean, out.pred, 1e-6);
    compare.array("pred_se", ahead.variance.map(Math.sqrt), out.pred_se, 1e-6);
    compare.atLeast(
      "our optimum",
      asTheirs(fitStructural(y, spec, { start: "common" }).logLikelihood),
      out.loglik,
      1e-3,
    );
  },
};
