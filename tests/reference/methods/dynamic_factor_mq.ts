import type { FactorModel, FactorParameters } from "../../../models/nowcast/factorModel.ts";
import type { FactorPanel } from "../../../models/nowcast/factorPanel.ts";
import {
  type FactorFitOptions,
  type FittedFactorModel,
  fitFactorModel,
} from "../../../models/nowcast/fitFactorModel.ts";
import { newsBetween } from "../../../models/nowcast/newsBetween.ts";
import { seriesPaths } from "../../../models/nowcast/seriesPaths.ts";
import { slotOf } from "../../../models/series/period.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";

type Cells = readonly (readonly (number | null)[])[];
interface Figures {
  monthly_columns: readonly string[];
  monthly_start: string;
  monthly: Cells;
  quarterly_columns?: readonly string[] | null;
  quarterly_start?: string | null;
  quarterly?: Cells | null;
}
type Blocks = number | Readonly<Record<string, number>>;
export interface MqParams {
  factors?: number | readonly string[] | Readonly<Record<string, readonly string[]>>;
  k_factors?: number;
  factor_order?: number;
  factor_orders?: Blocks;
  factor_multiplicities?: Blocks | null;
  idiosyncratic_ar1: boolean;
  maxiter?: number;
  tolerance?: number;
}

/** The peer's figures as a panel: quarterly ones in the last month of their quarter, those past the monthly end left out. */
export function mqPanel(input: Figures): FactorPanel {
  const monthly = input.monthly_columns.length;
  const n = monthly + (input.quarterly_columns?.length ?? 0);
  const start = slotOf(input.monthly_start, "M");
  const quarters = input.quarterly ?? [];
  const firstQuarter =
    quarters.length > 0 && input.quarterly_start
      ? slotOf(input.quarterly_start.replace("Q", "-Q"), "Q") * 3 + 2
      : start;
  const months = Math.max(input.monthly.length, firstQuarter - start + 3 * (quarters.length - 1) + 1);
  const values = new Float64Array(months * n).fill(Number.NaN);
  input.monthly.forEach((row, t) => {
    row.forEach((v, i) => {
      values[t * n + i] = v ?? Number.NaN;
    });
  });
  quarters.forEach((row, q) => {
    row.forEach((v, i) => {
      values[(firstQuarter - start + 3 * q) * n + monthly + i] = v ?? Number.NaN;
    });
  });
  return { start, months, values };
}

const of = (from: Blocks | null | undefined, name: string, otherwise: number): number =>
  from === null || from === undefined
    ? otherwise
    : typeof from === "number"
      ? from
      : (from[name] ?? otherwise);

/** The peer's factors, orders and multiplicities as blocks; each number of `factors` is a block of its own there. */
export function mqModel(input: Figures, p: MqParams): FactorModel {
  const ids = [...input.monthly_columns, ...(input.quarterly_columns ?? [])];
  const global = typeof p.factors === "number" || p.factors === undefined;
  const named: Record<string, readonly string[]> = global
    ? Object.fromEntries(
        Array.from({ length: typeof p.factors === "number" ? p.factors : 1 }, (_, b) => [String(b), ids]),
      )
    : Array.isArray(p.factors)
      ? Object.fromEntries((p.factors as string[]).map((b) => [b, ids]))
      : byBlock(p.factors as Readonly<Record<string, readonly string[]>>);
  const blocks = Object.keys(named);
  return {
    blocks: blocks.map((name) => ({
      name,
      factors: p.k_factors ?? of(p.factor_multiplicities, name, 1),
      order: p.factor_order ?? of(p.factor_orders, name, 1),
    })),
    series: ids.map((id, i) => ({
      id,
      row: i < input.monthly_columns.length ? { kind: "monthly" } : { kind: "quarterly-growth", scale: 1 },
      blocks: blocks.filter((b) => named[b]!.includes(id)),
      idiosyncratic: p.idiosyncratic_ar1 ? "ar1" : "white",
    })),
  };
}

/** Blocks by the series of each, from the peer's factors of each series. */
function byBlock(factorsOf: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  for (const [id, names] of Object.entries(factorsOf))
    for (const b of names) out[b] = [...(out[b] ?? []), id];
  return out;
}

/** The peer's parameter vector: loadings by series, VAR by block, lower Cholesky factors of Q, ρ, σ². */
export function mqParameters(vector: readonly number[], model: FactorModel): FactorParameters {
  const n = model.series.length;
  const k = model.blocks.reduce((s, b) => s + b.factors, 0);
  let at = 0;
  const take = (count: number): Float64Array => {
    at += count;
    return Float64Array.from(vector.slice(at - count, at));
  };
  const loadings = new Float64Array(n * k);
  model.series.forEach((s, i) => {
    let r = 0;
    for (const b of model.blocks)
      for (let j = 0; j < b.factors; j++, r++)
        if (s.blocks.includes(b.name)) loadings[i * k + r] = take(1)[0]!;
  });
  const transition = model.blocks.map((b) => take(b.factors ** 2 * b.order));
  const innovation = model.blocks.map(({ factors: m }) => {
    const l = take((m * (m + 1)) / 2);
    const entry = (i: number, j: number): number => (j <= i ? l[(i * (i + 1)) / 2 + j]! : 0);
    return Float64Array.from({ length: m * m }, (_, e) => {
      let s = 0;
      for (let r = 0; r < m; r++) s += entry(Math.floor(e / m), r) * entry(e % m, r);
      return s;
    });
  });
  const ar1 = model.series[0]!.idiosyncratic === "ar1";
  return { loadings, transition, innovation, rho: ar1 ? take(n) : new Float64Array(n), variance: take(n) };
}

/** Compares parameters group by group; Q itself, not its factor. */
export function compareParameters(
  what: string,
  ours: FactorParameters,
  theirs: FactorParameters,
  tolerance: number,
  compare: Compare,
): void {
  compare.array(`${what} loadings`, ours.loadings, theirs.loadings, tolerance);
  compare.array(`${what} factor VAR`, ours.transition.map(list), theirs.transition.map(list), tolerance);
  compare.array(
    `${what} factor covariance`,
    ours.innovation.map(list),
    theirs.innovation.map(list),
    tolerance,
  );
  compare.array(`${what} idiosyncratic AR(1)`, ours.rho, theirs.rho, tolerance);
  compare.array(`${what} idiosyncratic variance`, ours.variance, theirs.variance, tolerance);
}

const list = (a: Float64Array): number[] => [...a];

interface Detail {
  "updated variable": string;
  "update date": string;
  observed: number;
  "forecast (prev)": number;
  news: number;
  weight: number;
  impact: number;
}
interface MqOutput {
  params: number[];
  llf: number;
  em_iterations: number;
  em_llf_path: number[];
  start_params: number[];
  llf_at_start: number;
  factors_smoothed: number[][];
  factors_filtered: number[][];
  forecast: number[][];
  fitted: number[][];
  endog_mean: number[];
  endog_std: number[];
  news?: {
    impacted: [string, string];
    total_impacts: Record<string, number>;
    update_impacts: Record<string, number>;
    revision_impacts: Record<string, number>;
    prev: Record<string, number>;
    post: Record<string, number>;
    details: Detail[];
  };
}

export const check: MethodCheck = {
  method: "dynamic_factor_mq",
  answeredBy: "nowcast/fitFactorModel.ts#fitFactorModel",
  source: "Bańbura & Modugno (2014), J. Applied Econometrics 29, 133–160",
  tolerance:
    "start 1e-10; path, parameters, factors, forecasts 1e-6; news 1e-8; our exact optimum ≥ theirs − 1e-3",
  reason:
    "the peer's steps are repeated from its start, up to a thousand of them; its filter freezes once F has settled to 1e-19 of a share, which the steps carry on to about 1e-8",
  check(c: ReferenceCase, compare: Compare): void {
    const params = c.params as unknown as MqParams;
    const input = c.input as unknown as Figures & { updated?: Figures };
    const out = c.output as unknown as MqOutput;
    const model = mqModel(input, params);
    const panel = mqPanel(input);
    const start = mqParameters(out.start_params, model);
    const options: Partial<FactorFitOptions> = {
      em: "statsmodels",
      start,
      maxIterations: params.maxiter ?? 500,
      tolerance: params.tolerance ?? 1e-6,
    };
    const fit = fitFactorModel(model, panel, options);
    compare.array("means", fit.standardisation.mean, out.endog_mean, 1e-10);
    compare.array("standard deviations", fit.standardisation.sd, out.endog_std, 1e-10);
    checkStart(fitFactorModel(model, panel, { maxIterations: 2 }).start, start, model, panel, compare);
    compare.equal("iterations", fit.iterations, out.em_iterations);
    compare.absolute("log-likelihood at the start", fit.path[0], out.llf_at_start, 1e-6);
    compare.array("log-likelihood by iteration", fit.path, out.em_llf_path, 1e-8);
    compare.absolute("log-likelihood", fit.path.at(-1), out.llf, 1e-5);
    compareParameters("fitted", fit.parameters, mqParameters(out.params, model), 1e-6, compare);
    const paths = seriesPaths(fit, panel, out.forecast.length);
    const months = panel.months;
    compare.array("smoothed factors", paths.smoothedFactors.slice(0, months), out.factors_smoothed, 1e-6);
    compare.array("filtered factors", paths.filteredFactors.slice(0, months), out.factors_filtered, 1e-6);
    const { mean, sd } = fit.standardisation;
    // The peer leaves its fitted values in standard units.
    const fitted = paths.expected.slice(0, months).map((row) => row.map((v, i) => (v - mean[i]!) / sd[i]!));
    compare.array("one step ahead", fitted, out.fitted, 1e-6);
    compare.array("forecast", paths.smoothed.slice(months), out.forecast, 1e-6);
    // The exact model: stationary start, loadings that move. Its likelihood at the peer's parameters, then at its own.
    const own = fitFactorModel(model, panel, { start: mqParameters(out.params, model), maxIterations: 60 });
    compare.atLeast("exact optimum against the peer's parameters", own.path.at(-1), own.path[0], 1e-3);
    if (out.news && input.updated) checkNews(fit, panel, mqPanel(input.updated), out.news, compare);
  },
};

/**
 * Our principal components beside the peer's, up to the sign of each factor. The peer puts the innovation variance of a
 * single factor where its square root belongs, so Q is compared with that root; and it starts quarterly errors from a
 * quasi-Newton search cut off after ten steps, which nobody can repeat: those two numbers are left out. So are those of a
 * monthly series with gaps inside: the peer closes the gaps up and takes months apart for neighbours.
 */
function checkStart(
  ours: FactorParameters,
  theirs: FactorParameters,
  model: FactorModel,
  panel: FactorPanel,
  compare: Compare,
): void {
  const k = model.blocks.reduce((s, b) => s + b.factors, 0);
  const magnitudes = (a: Float64Array): number[] => Array.from(a, Math.abs);
  compare.array("start loadings", magnitudes(ours.loadings), magnitudes(theirs.loadings), 1e-9);
  compare.array(
    "start VAR",
    ours.transition.map((a) => magnitudes(a)),
    theirs.transition.map((a) => magnitudes(a)),
    1e-9,
  );
  model.blocks.forEach((b, i) => {
    if (b.factors === 1)
      compare.relative(
        `start variance of ${b.name}`,
        ours.innovation[i]![0],
        Math.sqrt(theirs.innovation[i]![0]!),
        1e-9,
      );
    else if (k > 0)
      compare.array(
        `start covariance of ${b.name}`,
        magnitudes(ours.innovation[i]!),
        magnitudes(theirs.innovation[i]!),
        1e-9,
      );
  });
  model.series.forEach((s, i) => {
    if (s.row.kind !== "monthly" || hasGapsInside(panel, model.series.length, i)) return;
    compare.absolute(`start AR(1) of ${s.id}`, ours.rho[i], theirs.rho[i], 1e-9);
    compare.absolute(`start variance of ${s.id}`, ours.variance[i], theirs.variance[i], 1e-9);
  });
}

function hasGapsInside({ values, months }: FactorPanel, n: number, i: number): boolean {
  const known = Array.from({ length: months }, (_, t) => t).filter((t) => !Number.isNaN(values[t * n + i]!));
  return known.at(-1)! - known[0]! + 1 > known.length;
}

/**
 * The peer clones its state space to read revised figures, and a clone carries the parameters that were set last: in this
 * run those of the start, at which the likelihood had been asked for. So its news, weights and expected figures belong to
 * the start parameters and a stationary first month, its `prev` and `post` to the fitted ones, and its parts do not add up
 * to the whole; ours are compared at the parameters that each of its numbers was computed with, and do add up.
 */
function checkNews(
  fit: FittedFactorModel,
  panel: FactorPanel,
  updated: FactorPanel,
  theirs: NonNullable<MqOutput["news"]>,
  compare: Compare,
): void {
  const [series, period] = theirs.impacted;
  const targets = [{ series, month: slotOf(period, "M") }];
  const between = (read: FittedFactorModel) =>
    newsBetween({ fit: read, panel }, { fit: read, panel: updated }, targets).targets[0]!;
  const known = between(fit);
  const stationary = between({ ...fit, initial: null });
  const news = between({ ...fit, initial: null, parameters: fit.start });
  compare.relative("before", known.before, theirs.prev[period], 1e-8);
  compare.relative("after", stationary.after, theirs.post[period], 1e-8);
  compare.absolute("whole change", stationary.after - known.before, theirs.total_impacts[period], 1e-8);
  compare.relative("impact of news", news.total.news, theirs.update_impacts[period], 1e-8);
  compare.relative(
    "impact of revisions",
    news.before + news.total.revisions - known.before,
    theirs.revision_impacts[period],
    1e-8,
  );
  for (const n of [known, stationary, news])
    compare.absolute("residual of the identity", n.residual, 0, 1e-9);
  compare.equal("releases", news.releases.length, theirs.details.length);
  for (const d of theirs.details) {
    const at = slotOf(d["update date"], "M");
    const row = news.releases.find((r) => r.series === d["updated variable"] && r.month === at);
    const name = `${d["updated variable"]} of ${d["update date"]}`;
    compare.relative(`${name}: actual`, row?.actual, d.observed, 1e-9);
    compare.relative(`${name}: expected`, row?.expected, d["forecast (prev)"], 1e-8);
    compare.relative(`${name}: news`, row?.news, d.news, 1e-8);
    compare.relative(`${name}: weight`, row?.weight, d.weight, 1e-8);
    compare.relative(`${name}: impact`, row?.impact, d.impact, 1e-8);
  }
}
