import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arimaPath } from "../../models/forecast/arima/arimaForecast.ts";
import { arimaData } from "../../models/forecast/arima/arimaLikelihood.ts";
import type { ArimaOrder, ArmaCoefficients } from "../../models/forecast/arima/arimaOrder.ts";
import { chooseArima } from "../../models/forecast/arima/chooseArima.ts";
import { arimaAt, fitArima } from "../../models/forecast/arima/fitArima.ts";
import { etsForecast } from "../../models/forecast/ets/etsForecast.ts";
import type { EtsSpec, Season, Trend } from "../../models/forecast/ets/etsSpec.ts";
import { etsAt, fitEts } from "../../models/forecast/ets/fitEts.ts";

interface Case {
  name: string;
  tool: { name: string; version: string };
  params: Record<string, unknown>;
  input: { values: (number | null)[]; frequency: number };
  output: Record<string, unknown>;
}

const FOLDER = process.env.REFERENCE_DIR ?? join(import.meta.dirname, "../reference/cases");

/** The cases of a method that ship; another folder may hold more, of which those of the same names are read. */
function cases(method: string): [string, Case][] {
  const own = join(import.meta.dirname, "../reference/cases", method);
  return readdirSync(own).map((file) => {
    const name = file.replace(".json", "");
    const read = JSON.parse(readFileSync(join(FOLDER, method, file), "utf8")) as Omit<Case, "name">;
    return [name, { ...read, name }];
  });
}

const numbers = (c: Case): Float64Array => {
  const y = c.input.values.map((v) => v ?? Number.NaN);
  return Float64Array.from(y.slice(y.findIndex(Number.isFinite), y.findLastIndex(Number.isFinite) + 1));
};
const out = (c: Case, key: string): number => c.output[key] as number;
const list = (c: Case, key: string): number[] => c.output[key] as number[];

describe("exponential smoothing against R's forecast::ets", () => {
  const specOf = (c: Case): EtsSpec => {
    const model = c.params.model as string;
    const trend = (model[1] === "A" && c.params.damped === true ? "Ad" : model[1]) as Trend;
    return { trend, season: model[2] as Season };
  };
  const parametersOf = (c: Case) => {
    const par = c.output.par as Record<string, number>;
    // R lists the effect of the period before the first figure first and leaves out the oldest: they sum to zero.
    const recent = Object.keys(par)
      .filter((k) => /^s\d+$/.test(k))
      .map((k) => par[k]!);
    const seasonal = recent.length === 0 ? [] : [-recent.reduce((a, b) => a + b, 0), ...recent.toReversed()];
    return {
      alpha: par.alpha!,
      beta: par.beta ?? 0,
      gamma: par.gamma ?? 0,
      phi: par.phi ?? 1,
      level: par.l!,
      slope: par.b ?? 0,
      seasonal: Float64Array.from(seasonal),
    };
  };

  it.each(cases("ets_fit"))("%s: the same likelihood, variance and forecasts at R's parameters", (_, c) => {
    const at = etsAt(numbers(c), c.input.frequency, specOf(c), parametersOf(c));
    // R prints 15 digits; the recursion loses a few over 240 steps.
    expect(at.logLikelihood).toBeCloseTo(out(c, "loglik"), 8);
    expect(at.sigma2 / out(c, "sigma2")).toBeCloseTo(1, 10);
    const forecast = c.output.forecast as Record<string, number[]>;
    const { mean, sd } = etsForecast(at, c.input.frequency, forecast.mean!.length);
    forecast.mean!.forEach((m, h) => {
      expect(Math.abs(mean[h]! / m - 1)).toBeLessThan(1e-8);
      // R counts the seasonal term of the variance one horizon early (at h = m; the error of T+1 returns at T+1+m).
      const bound = forecast.lower80![h]!;
      expect(Math.abs((m - 1.2815515655446 * sd[h]!) / bound - 1)).toBeLessThan(
        (h + 1) % c.input.frequency === 0 ? 1e-5 : 1e-8,
      );
    });
  });

  it.each(cases("ets_fit").filter(([, c]) => c.params.alpha === undefined))(
    "%s: our optimum is at least as likely as R's",
    (_, c) => {
      // R's Nelder–Mead may stop short: higher passes, lower by more than its own tolerance does not.
      const fit = fitEts(numbers(c), c.input.frequency, specOf(c));
      expect(fit.logLikelihood).toBeGreaterThanOrEqual(out(c, "loglik") - 1e-3);
    },
  );
});

const orderOf = (c: Case, constant: boolean): ArimaOrder => {
  const [p, d, q] = c.params.order as [number, number, number];
  const [P, D, Q] = c.params.seasonal as [number, number, number];
  return { p, d, q, P, D, Q, m: c.input.frequency, constant };
};
/** R's diffuse prior (kappa = 1e6) for differenced series; a stationary one has none to differ in. */
const likelihoodTolerance = (order: ArimaOrder): number => (order.d + order.D > 0 ? 0.02 : 1e-6);

describe("ARIMA against R's stats::arima", () => {
  const coefficientsOf = (c: Case, order: ArimaOrder): ArmaCoefficients => {
    const coef = c.output.coef as Record<string, number>;
    const block = (name: string, n: number) =>
      Float64Array.from({ length: n }, (_, i) => coef[`${name}${i + 1}`]!);
    return {
      ar: block("ar", order.p),
      ma: block("ma", order.q),
      seasonalAr: block("sar", order.P),
      seasonalMa: block("sma", order.Q),
    };
  };
  const withMean = (c: Case): boolean => "intercept" in (c.output.coef as object);

  it.each(cases("arima"))("%s: the same likelihood and forecasts at R's coefficients", (_, c) => {
    const order = orderOf(c, withMean(c));
    const at = arimaAt(arimaData(numbers(c), order), coefficientsOf(c, order))!;
    expect(Math.abs(at.logLikelihood - out(c, "loglik"))).toBeLessThan(likelihoodTolerance(order));
    expect(Math.abs(at.sigma2 / out(c, "sigma2") - 1)).toBeLessThan(1e-3);
    const { mean, sd } = arimaPath(at, list(c, "pred").length);
    // Our s.d. takes the coefficients' degrees of freedom off the variance; R's does not.
    const scale = Math.sqrt(at.sigma2 / at.innovationVariance);
    list(c, "pred").forEach((m, h) => {
      expect(Math.abs(mean[h]! / m - 1)).toBeLessThan(1e-4);
      expect(Math.abs((sd[h]! * scale) / list(c, "pred_se")[h]! - 1)).toBeLessThan(2e-3);
    });
  });

  it.each(cases("arima"))("%s: our optimum is at least as likely", (_, c) => {
    const order = orderOf(c, withMean(c));
    const fit = fitArima(numbers(c), order)!;
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(out(c, "loglik") - likelihoodTolerance(order));
  });

  it.each(cases("arima_loglik"))("%s: the same residual variance at fixed coefficients", (_, c) => {
    const fixed = c.params.fixed as number[];
    const order = orderOf(c, false);
    const mean = c.params.include_mean === true && order.d + order.D === 0 ? fixed.at(-1)! : 0;
    const blocks = [order.p, order.q, order.P, order.Q];
    const [ar, ma, seasonalAr, seasonalMa] = blocks.map((n, i) => {
      const from = blocks.slice(0, i).reduce((a, b) => a + b, 0);
      return Float64Array.from(fixed.slice(from, from + n));
    }) as [Float64Array, Float64Array, Float64Array, Float64Array];
    const at = arimaAt(
      arimaData(
        numbers(c).map((v) => v - mean),
        order,
      ),
      { ar, ma, seasonalAr, seasonalMa },
    )!;
    expect(Math.abs(at.logLikelihood - out(c, "loglik"))).toBeLessThan(likelihoodTolerance(order));
  });
});

describe("automatic ARIMA against R's forecast::auto.arima", () => {
  it.each(cases("auto_arima"))("%s: an AICc no higher than R's", (_, c) => {
    const order = c.output.order as { d: number; D?: number };
    const fit = chooseArima(numbers(c), c.input.frequency)!;
    expect([fit.order.d, fit.order.D]).toEqual([order.d, order.D ?? 0]);
    // R's diffuse prior makes its likelihood of differenced series up to 0.01 higher (twice that in AICc).
    expect(fit.aicc).toBeLessThanOrEqual(out(c, "aicc") + 0.02);
  });
});
