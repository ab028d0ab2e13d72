import { adjustX11 } from "../../../models/seasonal/adjustX11.ts";
import { armaStandardErrors, armaVector } from "../../../models/seasonal/regarima/armaStandardErrors.ts";
import { regressionCovariance } from "../../../models/seasonal/regarima/fitRegarima.ts";
import {
  forecastOfFigures,
  type RegarimaResult,
  regarima,
} from "../../../models/seasonal/regarima/regarima.ts";
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
    "log-likelihood at or above theirs and 1e-4 near; criteria 2e-4; coefficients 0.02 of their standard error; tables 2e-4, irregular weights 0.01",
  reason:
    "X-13 stops its search where a step gains less than 1e-5 of log-likelihood: its coefficients are off the optimum by up to a hundredth of a standard error, and tables follow them.",
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
    const { mode: _mode, ...options } = x11OptionsOf(String(c.params.spec));
    compareTables(
      c,
      compare,
      adjustX11(result, options).tables as unknown as Record<string, Float64Array>,
      series,
    );
  },
};

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

/** Every saved table, relative to the larger of the figure and a fiftieth of the table’s largest. */
export function compareTables(
  c: ReferenceCase,
  compare: Compare,
  ours: Readonly<Record<string, Float64Array>>,
  series: { first: number; period: number },
): void {
  const theirs = c.output.tables as Record<string, { first?: number; values?: number[] }>;
  for (const [name, table] of Object.entries(theirs)) {
    if (table.first === undefined || table.values === undefined) continue;
    const own = ours[name];
    const offset = Math.floor(table.first / 100) * series.period + (table.first % 100) - 1 - series.first;
    const size = Math.max(...table.values.filter((v) => v !== NONE).map(Math.abs));
    const tolerance = STEEP.has(name) ? 0.01 : 2e-4;
    compare.equal(`${name} is there`, own ? "yes" : "no", "yes");
    table.values.forEach((v, i) => {
      const at = `${name}[${offset + i}]`;
      compare.relative(at, own?.[offset + i], v === NONE ? Number.NaN : v, tolerance, 0.02 * size);
    });
  }
}
