import { etsClass, etsMoments, etsPaths, pointForecast } from "../../models/forecast/ets/etsForecast.ts";
import { EtsPass } from "../../models/forecast/ets/etsPass.ts";
import {
  type EtsParameters,
  type EtsSpec,
  isDamped,
  type Season,
  type Trend,
} from "../../models/forecast/ets/etsSpec.ts";
import { type EtsFit, etsAt } from "../../models/forecast/ets/fitEts.ts";
import { multiStepError } from "../../models/forecast/ets/multiStepError.ts";
import { normalQuantile } from "../../models/statistics/normalQuantile.ts";
import type { ReferenceCase } from "./case.ts";
import type { Compare } from "./compare.ts";

export interface EtsInput {
  y: Float64Array;
  m: number;
}

/** forecast::ets drops gaps at both ends and refuses those between; the cases have none. */
export function etsInput(c: ReferenceCase): EtsInput {
  const { values, frequency } = c.input as { values: (number | null)[]; frequency: number };
  return { y: Float64Array.from(values, (v) => v ?? Number.NaN), m: frequency };
}

/** "ETS(M,Ad,M)" as a member. */
export function memberOf(method: string): EtsSpec {
  const [, error, trend, season] = /ETS\(([AM]),([NAM]d?),([NAM])\)/.exec(method)!;
  return { error: error as "A" | "M", trend: trend as Trend, season: season as Season };
}

/** R's parameters in ours. It lists the effect of the period before the first figure first and leaves the oldest out. */
export function parametersOf(c: ReferenceCase, spec: EtsSpec, m: number): EtsParameters {
  const par = c.output.par as Record<string, number>;
  const held = c.params as Record<string, number>;
  const of = (name: string, otherwise: number) => par[name] ?? held[name] ?? otherwise;
  const recent = Object.keys(par)
    .filter((k) => /^s\d+$/.test(k))
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((k) => par[k]!);
  const oldest = (spec.season === "M" ? m : 0) - recent.reduce((a, b) => a + b, 0);
  return {
    alpha: of("alpha", 0),
    beta: of("beta", 0),
    gamma: of("gamma", 0),
    phi: of("phi", 1),
    level: par.l!,
    slope: of("b", 0),
    seasonal: Float64Array.from(spec.season === "N" ? [] : [oldest, ...recent.toReversed()]),
  };
}

const EXACT = 1e-8;
/** R simulates 5,000 paths: a quantile far out carries a standard error of some percent of the spread. */
const SIMULATED = 0.05;

/** Everything R reports, at R's own parameters. Some cases report less. */
export function compareAtPeer(c: ReferenceCase, compare: Compare, held: number): EtsFit {
  const { y, m } = etsInput(c);
  const out = c.output as Partial<Record<string, number>>;
  const spec = memberOf(c.output.method as string);
  const fit = etsAt(y, m, spec, parametersOf(c, spec, m), 0, held);
  const figure = (what: string, ours: () => number, theirs: number | undefined, tolerance: number): void => {
    if (theirs === undefined) return;
    if (tolerance === EXACT) compare.relative(what, ours(), theirs, EXACT);
    else compare.absolute(what, ours(), theirs, tolerance);
  };
  figure("log-likelihood", () => fit.logLikelihood, out.loglik, 1e-6);
  figure("AIC", () => fit.aic, out.aic, 1e-6);
  figure("AICc", () => fit.aicc, out.aicc, 1e-6);
  figure("BIC", () => fit.bic, out.bic, 1e-6);
  figure("sigma²", () => fit.sigma2, out.sigma2, EXACT);
  figure("MSE", () => fit.errors.reduce((s, e) => s + e * e, 0) / y.length, out.mse, EXACT);
  // R's many-step sums of damped slopes take φ + φ + φ² where φ + φ² + φ³ is meant: only the undamped agree.
  if (!isDamped(spec)) figure("AMSE", () => multiStepError(y, m, fit, 3), out.amse, EXACT);
  const array = (what: string, ours: () => ArrayLike<unknown>, theirs: unknown): void => {
    if (Array.isArray(theirs)) compare.array(what, ours(), theirs, EXACT);
  };
  array("fitted", () => fit.fitted, c.output.fitted);
  array(
    "residuals",
    () => (spec.error === "M" ? fit.errors.map((e, t) => e / fit.fitted[t]!) : fit.errors),
    c.output.residuals,
  );
  array("states", () => statesOf(spec, { y, m }, fit), c.output.states);
  compareForecast(c, compare, fit, m);
  return fit;
}

/** States row by row: level, slope, then the effects from the newest to the oldest. */
function statesOf(spec: EtsSpec, { y, m }: EtsInput, fit: EtsFit): number[][] {
  const pass = new EtsPass(y, m);
  pass.forward(spec, fit.parameters);
  return Array.from({ length: y.length + 1 }, (_, t) => [
    pass.level[t]!,
    ...(spec.trend === "N" ? [] : [pass.slope[t]!]),
    ...(spec.season === "N" ? [] : Array.from({ length: m }, (_v, j) => pass.seasonal[t + m - 1 - j]!)),
  ]);
}

/**
 * For ETS(M,Ad,M) R's moments leave the first damping of the slope out (its own one-step fitted values do not): the figures
 * of a slope and a β divided by φ. Ours keep it; the unit tests hold them to the recursion.
 */
function asPeerForecasts(fit: EtsFit): EtsFit {
  if (etsClass(fit.spec) !== "product" || !isDamped(fit.spec)) return fit;
  const { phi, beta } = fit.parameters;
  return {
    ...fit,
    parameters: { ...fit.parameters, beta: beta / phi },
    final: { ...fit.final, slope: fit.final.slope / phi },
  };
}

/**
 * Without trend R counts the season's revision one period early, at whole years ahead: those intervals are left out, and with
 * multiplicative errors, where a variance enters all later ones, everything from the first whole year on.
 */
function agreesAt({ spec }: EtsFit, m: number, h: number): boolean {
  if (spec.trend !== "N" || spec.season !== "A") return true;
  return spec.error === "A" ? h % m !== 0 : h < m;
}

function compareForecast(c: ReferenceCase, compare: Compare, fit: EtsFit, m: number): void {
  const theirs = (c.output.forecast ?? c.output) as Partial<Record<string, number[]>>;
  const horizon = theirs.mean?.length ?? 0;
  if (horizon === 0) return;
  const moments = etsMoments(asPeerForecasts(fit), m, horizon);
  if (moments) {
    compare.array("forecast", moments.mean, theirs.mean!, EXACT);
    const compared = (ends: ArrayLike<number>) => Array.from(ends).filter((_, h) => agreesAt(fit, m, h + 1));
    for (const level of [80, 95]) {
      const z = normalQuantile(0.5 + level / 200);
      for (const [side, sign] of [
        ["lower", -1],
        ["upper", 1],
      ] as const) {
        const ends = theirs[`${side}${level}`];
        if (!ends) continue;
        const own = moments.mean.map((v, h) => v + sign * z * moments.sd[h]!);
        compare.array(`${side} ${level}`, compared(own), compared(ends), EXACT);
      }
    }
    return;
  }
  // The same slip as in its many-step errors: beyond one step only undamped slopes agree.
  const agreed = isDamped(fit.spec) ? 1 : horizon;
  compare.array("forecast", pointForecast(fit, m, agreed), theirs.mean!.slice(0, agreed), EXACT);
  const { quantiles } = etsPaths(fit, m, horizon, [0.025, 0.1, 0.9, 0.975]);
  ["lower95", "lower80", "upper80", "upper95"].forEach((name, i) => {
    const own = quantiles.map((q) => q[i]!);
    if (theirs[name]) compare.array(name, own, theirs[name], SIMULATED);
  });
}
