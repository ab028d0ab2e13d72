import { fitStructural, type StructuralFit } from "../../../models/forecast/structural/fitStructural.ts";
import {
  structuralForecast,
  structuralOutput,
} from "../../../models/forecast/structural/structuralOutput.ts";
import type { LevelName, StructuralSpec } from "../../../models/forecast/structural/structuralSpec.ts";
import type { MethodCheck } from "../method.ts";

interface TheirSpec {
  /** A named trend, or whether there is a level beside the other flags. */
  level?: LevelName | boolean;
  trend?: boolean;
  irregular?: boolean;
  stochastic_level?: boolean;
  stochastic_trend?: boolean;
  seasonal?: number;
  stochastic_seasonal?: boolean;
  freq_seasonal?: { period: number; harmonics?: number }[];
  stochastic_freq_seasonal?: boolean[];
  cycle?: boolean;
  stochastic_cycle?: boolean;
  damped_cycle?: boolean;
  cycle_period_bounds?: [number, number];
  autoregressive?: number;
  mle_regression?: boolean;
  use_exact_diffuse?: boolean;
}

interface TheirOutput {
  param_names: string[];
  params: number[];
  loglik: number;
  aic: number;
  loglikelihood_burn: number;
  filtered_state: number[][];
  smoothed_state: number[][];
  smoothed_state_var: number[][];
  standardized_resid: number[];
  forecast: number[];
  forecast_se: number[];
  [component: string]: unknown;
}

const COMPONENTS: Readonly<Record<string, string>> = {
  level: "level",
  trend: "slope",
  seasonal: "seasonal",
  cycle: "cycle",
  autoregressive: "ar",
  regression: "regression",
};

export const check: MethodCheck = {
  method: "unobserved_components",
  answeredBy:
    "forecast/structural/fitStructural.ts#fitStructural, forecast/structural/structuralOutput.ts#structuralOutput",
  source: "Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, chapters 2 and 4",
  tolerance:
    "at their parameters: log-likelihood 1e-6 absolute under an exact start, 2e-5 under κ = 10⁶; states, residuals and forecasts 1e-8 relative and 1e-5; smoothed variances 1e-4 and 1e-5; our optimum ≥ theirs − 1e-3",
  reason:
    "under κ = 10⁶ rounding reaches the likelihood (1e-5 where the variances are small): with 50 digits airpassengers_bsm gives 234.33641544, theirs is 2.9e-6 and ours 1.2e-6 above it; where the first figures barely settle the diffuse states statsmodels keeps four or five digits of smoothed variances (beside 150-digit arithmetic, with which ours agree to 1e-11); and statsmodels' own variances lose ten digits at the start of the sample (some come out negative): they are compared once as many periods as four times the diffuse states have passed from either end",
  check(c, compare) {
    const {
      spec: theirs,
      h,
      fixed_params,
    } = c.params as {
      spec: TheirSpec;
      h: number;
      fixed_params: number[] | null;
    };
    const input = c.input as { values: (number | null)[]; exog?: number[][]; exog_future?: number[][] };
    const out = c.output as unknown as TheirOutput;
    const y = Float64Array.from(input.values, (v) => v ?? Number.NaN);
    const exact = theirs.use_exact_diffuse === true;
    const spec = specOf(theirs, input.exog);
    const options = {
      start: exact ? "exact" : "approximate",
      convention: "all-constants",
    } as const;
    // A cycle damped to nothing drops out of diffuse states that stay undetermined: the peer counts them as known, and its
    // likelihood has no bound as ρ → 0. Ours keeps ρ ≥ 0.1.
    const vanished = out.param_names.some((name, i) => name === "damping.cycle" && out.params[i]! < 0.1);
    if (vanished && exact && !fixed_params) {
      const { logLikelihood } = fitStructural(y, spec, options);
      compare.equal("our optimum is finite", String(Number.isFinite(logLikelihood)), "true");
      return;
    }
    const at = fitStructural(y, spec, { ...options, fixed: out.params });
    const tolerance = exact ? 1e-8 : 1e-5;
    compare.absolute("loglik at their parameters", at.logLikelihood, out.loglik, exact ? 1e-6 : 2e-5);
    compare.equal("number of parameters", at.system.parameters.length, out.params.length);
    compare.equal("loglikelihood_burn", at.system.burn, out.loglikelihood_burn);
    // They count diffuse states into the AIC only under an exact start, and the second state of a wave of length 2.
    // A model of noise alone has a state in name only, which they do not count.
    const held = out.filtered_state.length - (theirs.autoregressive ?? 0);
    const states = exact && at.system.diffuseStates.length > 0 ? held : 0;
    compare.absolute(
      "aic",
      -2 * at.logLikelihood + 2 * (out.params.length + states),
      out.aic,
      exact ? 2e-6 : 4e-5,
    );
    compareStates(at, out, exact, tolerance);
    const future = input.exog?.map((column, j) => [...column, ...(input.exog_future?.[j] ?? [])]);
    const ahead = structuralForecast(at, h, future);
    compare.array("forecast", ahead.mean, out.forecast, tolerance);
    compare.array("forecast_se", ahead.variance.map(Math.sqrt), out.forecast_se, tolerance);
    // `se` is not compared: theirs come from the outer product of numeric gradients, ours from the observed information.
    if (!fixed_params)
      compare.atLeast("our optimum", fitStructural(y, spec, options).logLikelihood, out.loglik, 1e-3);

    function compareStates(fit: StructuralFit, their: TheirOutput, exactly: boolean, within: number): void {
      const ours = structuralOutput(fit);
      const { states: m } = fit.system.model;
      const n = y.length;
      const shy = exactly ? 0 : 4 * fit.system.diffuseStates.length;
      const column = (data: Float64Array, size: number, j: number) =>
        Array.from({ length: n }, (_, t) => data[t * size + j]!);
      const typical = Math.max(...fit.values);
      // A component a millionth of the figures' size carries the rounding of the figures.
      const least = 1e-6 * y.reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0);
      const near = (what: string, mine: ArrayLike<number>, others: readonly number[], from: number) => {
        const size = others.reduce((most, v) => Math.max(most, Math.abs(v)), least);
        for (let t = from; t < n; t++) compare.absolute(`${what}[${t}]`, mine[t], others[t], within * size);
      };
      for (let j = 0; j < m; j++) {
        near(`filtered state ${j}`, column(ours.filtered.filtered, m, j), their.filtered_state[j]!, shy);
        near(`smoothed state ${j}`, column(ours.smoothed.states, m, j), their.smoothed_state[j]!, 0);
        // A state that is seen without error has variance 0 up to rounding in either program: hence the floor.
        const variances = their.smoothed_state_var[j]!.slice(shy, n - shy);
        const size = Math.max(...variances.map(Math.abs), 1e-4 * typical);
        column(ours.smoothed.variances, m * m, j * m + j)
          .slice(shy, n - shy)
          .forEach((v, t) => {
            compare.relative(
              `smoothed variance ${j}[${t + shy}]`,
              v,
              variances[t],
              exactly ? 1e-4 : within,
              size,
            );
          });
      }
      // At gaps they put 0, we no number.
      const known = [...y.keys()].filter((t) => !Number.isNaN(y[t]!));
      compare.array(
        "standardized_resid",
        known.map((t) => ours.standardised[t]),
        known.map((t) => their.standardized_resid[t]),
        within,
      );
      for (const [name, our] of Object.entries(COMPONENTS)) {
        const part = their[name] as { filtered: number[]; smoothed: number[] } | undefined;
        const path = ours.components.find((p) => p.name === our);
        if (!part || !path) continue;
        near(`${name} filtered`, path.filtered, part.filtered, shy);
        near(`${name} smoothed`, path.smoothed, part.smoothed, 0);
      }
    }
  },
};

function specOf(theirs: TheirSpec, exog?: number[][]): StructuralSpec {
  return {
    level: trendOf(theirs),
    ...(theirs.seasonal
      ? { seasonal: { period: theirs.seasonal, moves: theirs.stochastic_seasonal !== false } }
      : {}),
    ...(theirs.freq_seasonal
      ? {
          waves: theirs.freq_seasonal.map((w, i) => ({
            ...w,
            moves: theirs.stochastic_freq_seasonal?.[i] !== false,
          })),
        }
      : {}),
    ...(theirs.cycle
      ? {
          cycle: {
            damped: theirs.damped_cycle === true,
            moves: theirs.stochastic_cycle === true,
            ...(theirs.cycle_period_bounds ? { lengths: theirs.cycle_period_bounds } : {}),
          },
        }
      : {}),
    ...(theirs.autoregressive ? { autoregressive: theirs.autoregressive } : {}),
    ...(exog
      ? { regressors: exog, regression: theirs.mle_regression === false ? "states" : "parameters" }
      : {}),
  };
}

/** Flags in place of a name: parts that are not named are not there. */
function trendOf(theirs: TheirSpec): StructuralSpec["level"] {
  if (typeof theirs.level === "string") return theirs.level;
  return {
    irregular: theirs.irregular === true,
    level: theirs.level === true,
    levelMoves: theirs.level === true && theirs.stochastic_level === true,
    slope: theirs.trend === true,
    slopeMoves: theirs.trend === true && theirs.stochastic_trend === true,
  };
}
