import type { ArimaOrder, ArmaCoefficients } from "../../../models/arima/arimaOrder.ts";
import { type Adjustment, adjust } from "../../../models/seasonal/adjust.ts";
import { adjustX11, type X11Choices } from "../../../models/seasonal/adjustX11.ts";
import { armaStandardErrors, armaVector } from "../../../models/seasonal/regarima/armaStandardErrors.ts";
import { regressionCovariance } from "../../../models/seasonal/regarima/fitRegarima.ts";
import {
  forecastOfFigures,
  type RegarimaResult,
  regarima,
} from "../../../models/seasonal/regarima/regarima.ts";
import { residualStatistics } from "../../../models/seasonal/regarima/residualStatistics.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";
import { atPeersModel, compareSelection, seriesOf } from "../x13/model.ts";
import { x11OptionsOf } from "./x13_x11.ts";

interface Tables {
  est: {
    arima: { operator: string; factor: string; estimate: number; se: number }[];
    variance: { mle: number; se: number };
    regression: { variable: string; estimate: number; se: number }[];
  };
  fct: { rows: number[][] };
}

const NONE = -999;

export const check: MethodCheck = {
  method: "x13_regarima_x11",
  answeredBy: "seasonal/regarima/regarima.ts#regarima, seasonal/adjustX11.ts#adjustX11",
  source: "Findley, Monsell, Bell, Otto & Chen (1998), JBES 16; X-13ARIMA-SEATS Reference Manual",
  tolerance:
    "tables at their coefficients 1e-7 (weights 1e-6), at ours 2e-4 (weights 0.01); log-likelihood at or above theirs and 1e-4 near; criteria 2e-4; coefficients 0.02 of their standard error",
  reason:
    "X-13 stops its search where a step gains less than 1e-5 of log-likelihood: its coefficients are off the optimum by up to a hundredth of a standard error. With AR terms it forecasts from shocks estimated without the first p figures, which moves forecasts and tables by 1e-5 at any coefficients.",
  check(c, compare) {
    const theirs = c.output.tables as Tables & Record<string, { first: number; values: number[] }>;
    const diagnostics = c.output.diagnostics as Record<string, string>;
    const series = seriesOf(c);
    compareSelection(c, compare, series, diagnostics);
    const result = regarima(series, atPeersModel(c, diagnostics));
    compareEstimates(compare, result, theirs, diagnostics);
    const { mean, lower, upper } = forecastOfFigures(result);
    theirs.fct.rows.forEach(([, m, l, u], h) => {
      compare.relative(`fct[${h}].forecast`, mean[h], m, 2e-4);
      compare.relative(`fct[${h}].lower`, lower[h], l, 4e-4);
      compare.relative(`fct[${h}].upper`, upper[h], u, 4e-4);
    });
    const { mode, ...rest } = x11OptionsOf(String(c.params.spec));
    // Without a mode of its own X-11 multiplies where logs were taken and adds elsewhere.
    const options = /\bmode\s*=/.test(String(c.params.spec)) && mode !== undefined ? { ...rest, mode } : rest;
    const loose = (name: string) => (STEEP.has(name) ? 0.01 : 2e-4);
    compareTables(c, compare, tablesOf(result, options), series, "own ", loose);
    const fixedArma = peersArma(theirs, result.model.order);
    const atTheirs = regarima(series, { ...atPeersModel(c, diagnostics), fixedArma });
    compareTables(c, compare, tablesOf(atTheirs, options), series, "", (name) =>
      result.model.order.p + result.model.order.P > 0 ? loose(name) : STEEP.has(name) ? 1e-6 : 1e-7,
    );
    compareResiduals(compare, atTheirs, diagnostics);
    compareQuality(
      compare,
      adjust(series, { regarima: { ...atPeersModel(c, diagnostics), fixedArma }, x11: options }),
      diagnostics,
    );
  },
};

/**
 * Quality measures to the last digit printed, with AR terms to a hundredth (their forecasts differ by 1e-5). Not compared: F2's
 * shares of trading days and holidays, and M1 and M2, which count them; spectra; the letters of D8B.
 */
function compareQuality(
  compare: Compare,
  done: Adjustment,
  diagnostics: Readonly<Record<string, string>>,
): void {
  const q = done.quality;
  if (!q) return;
  const { order } = done.regarima.model;
  const two = (k: number) => String(k).padStart(2, "0");
  const rows: Record<string, readonly (number | null)[]> = {
    "d11.f": [q.residual.all.f, 100 * q.residual.all.p],
    "d11.3y.f": q.residual.lastThreeYears
      ? [q.residual.lastThreeYears.f, 100 * q.residual.lastThreeYears.p]
      : [],
    "f2.e": [...q.measures.icRatios],
    "f2.mcd": [q.measures.monthsForDominance],
    "f2.g": [...q.measures.autocorrelation],
    "f2.ic": [q.icRatio],
    "f2.is": [q.isRatio],
    "f2.fsd8": [q.stableD8.f],
    "f2.msf": [q.movingD8.f],
    qsori: [q.qs.original.qs],
    qssadj: [q.qs.adjusted.qs],
    qsirr: [q.qs.irregular.qs],
  };
  q.statistics.m.forEach((v, i) => {
    if (i > 1) rows[`f3.m${two(i + 1)}`] = [v];
  });
  for (const [key, ours] of Object.entries(rows)) {
    const printed = diagnostics[key]?.trim().split(/\s+/);
    ours.forEach((v, i) => {
      const text = printed?.[i];
      if (text === undefined || v === null) return;
      const decimals = text.split(".")[1]?.length ?? 0;
      const near = order.p + order.P > 0 ? Math.max(0.011 * Math.abs(v), 0.011) : 0.51 * 10 ** -decimals;
      compare.absolute(`${key} [${i}]`, v, Number(text), near);
    });
  }
}

/** Moments and serial correlation of the residuals, to the last digit printed. */
export function compareResiduals(
  compare: Compare,
  { model }: RegarimaResult,
  diagnostics: Readonly<Record<string, string>>,
): void {
  const { skewness, kurtosis, geary, durbinWatson, ljungBox } = residualStatistics(model);
  for (const [key, ours] of [
    ["skewness", skewness],
    ["kurtosis", kurtosis],
    ["a", geary],
    ["durbinwatson", durbinWatson],
  ] as const)
    if (diagnostics[key] !== undefined)
      compare.absolute(key, ours, Number.parseFloat(diagnostics[key]), 1e-4);
  // They print only the lags at which the test rejects.
  for (const { lag, q, df, p } of ljungBox) {
    const printed = diagnostics[`lbq$${String(lag).padStart(2, "0")}`]?.trim().split(/\s+/).map(Number);
    if (!printed) continue;
    compare.absolute(`lbq ${lag}`, q, printed[0], 1e-3);
    compare.equal(`lbq ${lag} df`, df, printed[1]);
    compare.absolute(`lbq ${lag} p`, p, printed[2], 1e-3);
  }
}

/** Their ARMA coefficients in our signs: they list AR, seasonal AR, MA, seasonal MA. */
export function peersArma({ est }: Tables, order: ArimaOrder): ArmaCoefficients {
  const of = (operator: string) => est.arima.filter((r) => r.operator === operator).map((r) => r.estimate);
  const ar = of("AR");
  const ma = of("MA").map((v) => -v);
  return {
    ar: Float64Array.from(ar.slice(0, order.p)),
    ma: Float64Array.from(ma.slice(0, order.q)),
    seasonalAr: Float64Array.from(ar.slice(order.p)),
    seasonalMa: Float64Array.from(ma.slice(order.q)),
  };
}

/** Coefficients in X-13's order and signs, standard errors, variance, likelihood and criteria. */
export function compareEstimates(
  compare: Compare,
  result: RegarimaResult,
  theirs: Tables,
  diagnostics: Record<string, string>,
): void {
  const { model } = result;
  const { fit, criteria } = model;
  const { p, q, P } = model.order;
  const arma = armaVector(fit.arma).map((v, i) => (i < p || (i >= p + q && i < p + q + P) ? v : -v));
  const se = armaStandardErrors(fit);
  // X-13 lists AR, seasonal AR, MA, seasonal MA.
  const order = [
    ...Array.from({ length: p }, (_, i) => i),
    ...Array.from({ length: P }, (_, i) => p + q + i),
    ...Array.from({ length: q }, (_, i) => p + i),
    ...Array.from({ length: arma.length - p - q - P }, (_, i) => p + q + P + i),
  ];
  compare.equal("ARMA coefficients", arma.length, theirs.est.arima.length);
  theirs.est.arima.forEach((row, i) => {
    compare.absolute(`${row.operator} ${row.factor} ${i}`, arma[order[i]!], row.estimate, 0.02 * row.se);
    // Theirs is of a Jacobian by forward differences; with AR terms the first figures enter a little differently.
    compare.relative(`se ${row.operator} ${row.factor} ${i}`, se[order[i]!], row.se, 0.02);
  });
  compare.relative("variance", fit.sigma2, theirs.est.variance.mle, 3e-4);
  const k = fit.coefficients.length;
  const covariance = regressionCovariance(fit);
  theirs.est.regression.forEach((row) => {
    const at = row.variable === "Constant" ? 0 : nameAt(result, row.variable);
    compare.absolute(row.variable, fit.coefficients[at], row.estimate, 0.02 * row.se);
    compare.relative(`se ${row.variable}`, Math.sqrt(covariance[at * k + at]!), row.se, 1e-3);
  });
  compare.absolute("loglikelihood", criteria.logLikelihood, Number(diagnostics.loglikelihood), 1e-4);
  compare.atLeast("loglikelihood reached", criteria.logLikelihood, Number(diagnostics.loglikelihood), 1e-6);
  for (const [name, ours] of [
    ["aic", criteria.aic],
    ["aicc", criteria.aicc],
    ["bic", criteria.bic],
    ["hq", criteria.hannanQuinn],
  ] as const)
    compare.absolute(name, ours, Number(diagnostics[name]), 2e-4);
  compare.equal("nefobs", criteria.effective, Number(diagnostics.nefobs));
}

function nameAt({ model }: RegarimaResult, variable: string): number {
  const at = model.columns.findIndex((c) => c.name.toLowerCase() === variable.toLowerCase());
  return at < 0 ? -1 : model.fit.coefficients.length - model.columns.length + at;
}

/** Extreme-value weights fall from 1 to 0 within one standard deviation, so that they show a small difference twentyfold. */
const STEEP = new Set(["b17", "c17", "b20", "c20", "b13", "c13", "d13", "e3"]);

function tablesOf(result: RegarimaResult, options: X11Choices): Readonly<Record<string, Float64Array>> {
  return { ...adjustX11(result, options).tables };
}

/** Every saved table, relative to the larger of the figure and a fiftieth of the table’s largest. */
export function compareTables(
  c: ReferenceCase,
  compare: Compare,
  ours: Readonly<Record<string, Float64Array>>,
  series: { first: number; period: number },
  prefix: string,
  toleranceOf: (name: string) => number,
): void {
  const theirs = c.output.tables as Record<string, { first?: number; values?: number[] }>;
  for (const [name, table] of Object.entries(theirs)) {
    if (table.first === undefined || table.values === undefined) continue;
    const own = ours[name];
    const offset = Math.floor(table.first / 100) * series.period + (table.first % 100) - 1 - series.first;
    const size = Math.max(...table.values.filter((v) => v !== NONE).map(Math.abs));
    const tolerance = toleranceOf(name);
    compare.equal(`${prefix}${name} is there`, own ? "yes" : "no", "yes");
    table.values.forEach((v, i) => {
      const at = `${prefix}${name}[${offset + i}]`;
      compare.relative(at, own?.[offset + i], v === NONE ? Number.NaN : v, tolerance, 0.02 * size);
    });
  }
}
