import { fitVecm, type VecmFit } from "../../../models/multivariate/fitVecm.ts";
import { pathInterval } from "../../../models/multivariate/forecastVar.ts";
import { forecastVecm } from "../../../models/multivariate/forecastVecm.ts";
import {
  movingAverage,
  orthogonalResponses,
  recursiveImpact,
} from "../../../models/multivariate/impulseResponse.ts";
import type { Place } from "../../../models/multivariate/vecmDesign.ts";
import { fromRows, type Matrix, toRows } from "../../../models/statistics/matrix/matrix.ts";
import type { MethodCheck } from "../method.ts";

const NEAR = 1e-7;
const placeOf = (text: string, letter: string): Place =>
  text.includes(`${letter}i`) ? "inside" : text.includes(`${letter}o`) ? "outside" : "none";

export const check: MethodCheck = {
  method: "vecm",
  answeredBy: "multivariate/fitVecm.ts#fitVecm, forecastVecm",
  source: "Lütkepohl (2005), chapters 6 and 7; Johansen (1995)",
  tolerance: "relative 1e-7 of the largest entry",
  reason:
    "closed formulae; inverses of products of near-integrated levels leave the peer about eight digits where a relation is scaled by a small entry",
  check(c, compare) {
    const y = fromRows(c.input.values as number[][]);
    const { k_ar_diff, coint_rank, deterministic, seasons } = c.params as {
      k_ar_diff: number;
      coint_rank: number;
      deterministic: string;
      seasons?: number;
    };
    const fit = fitVecm(y, {
      lagDifferences: k_ar_diff,
      rank: coint_rank,
      constant: placeOf(deterministic, "c"),
      trend: placeOf(deterministic, "l"),
      season: Math.max(1, seasons ?? 1),
    });
    const out = c.output as Record<string, number[][]>;
    const same = (what: string, ours: ArrayLike<unknown>) => compare.array(what, ours, out[what]!, NEAR);
    const rows = (what: string, a: Matrix) => same(what, toRows(a));
    rows("alpha", fit.alpha);
    rows("beta", fit.beta);
    rows("gamma", fit.gamma);
    // An empty list of theirs may be one row or none.
    if (fit.outside.cols > 0) rows("det_coef", trendLast(fit.outside, deterministic));
    else compare.equal("det_coef entries", 0, out.det_coef!.flat().length);
    same("det_coef_coint", toRows(fit.betaDeterministic));
    rows("sigma_u", fit.sigma);
    compare.relative("llf", fit.logLikelihood, out.llf as unknown as number, 1e-9);
    rows("stderr_alpha", fit.errors.alpha);
    same("stderr_beta", betaErrors(fit));
    rows("stderr_gamma", fit.errors.gamma);
    same("var_rep", fit.lagMatrices.map(toRows));
    const path = forecastVecm(fit, out.forecast!.length);
    const { lower, upper } = pathInterval(path, 95);
    rows("forecast", path.mean);
    rows("lower95", lower);
    rows("upper95", upper);
    const phi = movingAverage(fit.lagMatrices, y.cols, out.orth_irf!.length - 1);
    same("orth_irf", orthogonalResponses(phi, recursiveImpact(fit.sigma)).map(toRows));
  },
};

/** Theirs: constant, seasonal dummies, trend. Ours: constant, trend, seasonal dummies. */
function trendLast(outside: Matrix, deterministic: string): Matrix {
  if (!deterministic.includes("lo")) return outside;
  const at = deterministic.includes("co") ? 1 : 0;
  return fromRows(toRows(outside).map((row) => [...row.slice(0, at), ...row.slice(at + 1), row[at]!]));
}

/**
 * The peer has the errors of vec(β₂′), relation by relation within a row, but lays them out column by column: with two
 * relations or more and as many free rows they stand at other entries than they belong to. Ours, laid out the same way.
 */
function betaErrors({ errors, rank }: VecmFit): number[][] {
  const all = [...toRows(errors.beta), ...toRows(errors.betaDeterministic)];
  const free = all.slice(rank);
  const flat = free.flat();
  const moved = free.map((row, i) => row.map((_, j) => flat[j * free.length + i]!));
  return [...all.slice(0, rank), ...moved].slice(0, errors.beta.rows);
}
