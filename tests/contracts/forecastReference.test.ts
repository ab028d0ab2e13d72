import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arimaPath } from "../../models/forecast/arima/arimaForecast.ts";
import { arimaData } from "../../models/forecast/arima/arimaLikelihood.ts";
import type { ArimaOrder, ArmaCoefficients } from "../../models/forecast/arima/arimaOrder.ts";
import { chooseArima } from "../../models/forecast/arima/chooseArima.ts";
import { arimaAt, fitArima } from "../../models/forecast/arima/fitArima.ts";

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
