import { AppError } from "../../errors.ts";
import { normalUpper } from "../../statistics/distribution/normal.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../../statistics/matrix/unscaledCovariance.ts";
import type { Design } from "../design.ts";
import { qrLeastSquares } from "../qrLeastSquares.ts";
import { LINKS, type LinkName } from "./link.ts";

export interface BinaryModel {
  readonly link: LinkName;
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** (X′WX)⁻¹, from the expected information. */
  readonly covariance: Matrix;
  readonly standardErrors: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** P(y = 1 | x). */
  readonly fitted: Float64Array;
  /** Scores ψ(t) = x(t)(y − p)f/(p(1−p)), n × k: for `sandwich` of ../covariance/. */
  readonly scores: Matrix;
  readonly logLikelihood: number;
  /** With a constant alone. */
  readonly logLikelihoodNull: number;
  /** 1 − ℓ/ℓ₀. */
  readonly mcFaddenR2: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  /** P(y = 1) for new rows of the same columns. */
  predict(x: Matrix): Float64Array;
}

const MOST_ITERATIONS = 60;
const CONVERGED = 1e-13;
/** Near the optimum a last step moves no index by this much; where classes separate every step moves some by more. */
const STILL_MOVING = 1e-2;

/**
 * Logit and probit by maximum likelihood, iteratively reweighted least squares (Fisher scoring).
 *   P(y = 1|x) = F(x′β),  w = f²/(F(1−F)),  z = η + (y − F)/f,  β ← (X′WX)⁻¹X′Wz
 * Standard errors from the expected information X′WX (for probit the observed one differs). y of 0 and 1, X n × k.
 * Throws AppError: "invalid-input" for other y, for a y that never changes, for collinear columns, and where a
 * combination of the regressors separates the classes, so that no finite estimate exists; "not-enough-data" for n ≤ k.
 * McCullagh & Nelder, Generalized Linear Models, §2.5, §4.4; Albert & Anderson (1984), Biometrika 71.
 */
export function binaryModel(y: ArrayLike<number>, design: Design, link: LinkName): BinaryModel {
  const { x, names } = design;
  const { rows: n, cols: k } = x;
  const ones = countOnes(y, n, k);
  const { probability, complement, density } = LINKS[link];
  const logLikelihoodAt = (eta: Float64Array): number => {
    let sum = 0;
    for (let t = 0; t < n; t++) sum += Math.log(y[t] === 1 ? probability(eta[t]!) : complement(eta[t]!));
    return sum;
  };
  const eta = Float64Array.from({ length: n }, (_, t) => (y[t] === 1 ? START : -START));
  const weighted = matrix(n, k);
  const z = new Float64Array(n);
  let beta = new Float64Array(k);
  let fit = null as ReturnType<typeof qrLeastSquares> | null;
  let before = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  let moved = 0;
  for (; iterations < MOST_ITERATIONS; iterations++) {
    for (let t = 0; t < n; t++) {
      const p = probability(eta[t]!);
      const q = complement(eta[t]!);
      const f = density(eta[t]!);
      const root = f / Math.sqrt(p * q);
      // Where both underflow the row has nothing left to say.
      const usable = root > 0 && Number.isFinite(root);
      z[t] = usable ? root * eta[t]! + (root * (y[t] === 1 ? q : -p)) / f : 0;
      for (let j = 0; j < k; j++) weighted.data[t * k + j] = usable ? root * x.data[t * k + j]! : 0;
    }
    fit = fitOrSeparated(weighted, z, names);
    const next = fit.coefficients;
    const last = eta.slice();
    let step = 1;
    let now = Number.NaN;
    for (let halvings = 0; halvings < 30; halvings++, step /= 2) {
      indexOf(x, iterations === 0 ? next : beta.map((b, j) => b + step * (next[j]! - b)), eta);
      now = logLikelihoodAt(eta);
      if (now >= before - 1e-12 * Math.abs(before) || iterations === 0) break;
    }
    beta = iterations === 0 ? next.slice() : beta.map((b, j) => b + step * (next[j]! - b));
    moved = eta.reduce((most, v, t) => Math.max(most, Math.abs(v - last[t]!)), 0);
    const gain = Math.abs(now - before);
    before = now;
    if (gain < CONVERGED * (Math.abs(now) + 0.1) && iterations > 1) break;
  }
  const fitted = eta.map(probability);
  // The likelihood has settled but the indexes have not: they run off to infinity.
  if (moved > STILL_MOVING) throw new AppError("invalid-input", SEPARATION);
  const covariance = matrix(k, k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) covariance.data[i * k + j] = unscaledCovariance(fit!.rInverse, k, i, j);
  const standardErrors = beta.map((_, j) => Math.sqrt(covariance.data[j * k + j]!));
  const scores = matrix(n, k);
  for (let t = 0; t < n; t++) {
    const f = density(eta[t]!);
    const s = y[t] === 1 ? f / probability(eta[t]!) : -f / complement(eta[t]!);
    for (let j = 0; j < k; j++) scores.data[t * k + j] = s * x.data[t * k + j]!;
  }
  const share = ones / n;
  const logLikelihoodNull = ones * Math.log(share) + (n - ones) * Math.log(1 - share);
  const zValues = beta.map((b, j) => b / standardErrors[j]!);
  return {
    link,
    names,
    coefficients: beta,
    covariance,
    standardErrors,
    z: zValues,
    p: zValues.map((v) => 2 * normalUpper(Math.abs(v))),
    fitted,
    scores,
    logLikelihood: before,
    logLikelihoodNull,
    mcFaddenR2: 1 - before / logLikelihoodNull,
    aic: -2 * before + 2 * k,
    bic: -2 * before + Math.log(n) * k,
    iterations: iterations + 1,
    predict(rows) {
      if (rows.cols !== k)
        throw new AppError(
          "invalid-input",
          `the model has ${k} columns (${names.join(", ")}); found ${rows.cols}`,
        );
      return indexOf(rows, beta, new Float64Array(rows.rows)).map(probability);
    },
  };
}

/** First index of a one: the probability ¾ of R's start, near enough for either link. */
const START = 0.7;

function indexOf(x: Matrix, beta: Float64Array, out: Float64Array): Float64Array {
  for (let t = 0; t < x.rows; t++) {
    let s = 0;
    for (let j = 0; j < x.cols; j++) s += x.data[t * x.cols + j]! * beta[j]!;
    out[t] = s;
  }
  return out;
}

function countOnes(y: ArrayLike<number>, n: number, k: number): number {
  if (y.length !== n)
    throw new AppError(
      "invalid-input",
      `a binary model needs as many rows of x as of y; found ${n} and ${y.length}`,
    );
  if (n <= k)
    throw new AppError(
      "not-enough-data",
      `a binary model with ${k} coefficients needs more rows than that; found ${n}`,
    );
  let ones = 0;
  for (let t = 0; t < n; t++) {
    if (y[t] !== 0 && y[t] !== 1)
      throw new AppError("invalid-input", `a binary model needs 0 or 1; row ${t + 1} holds ${y[t]}`);
    ones += y[t]!;
  }
  if (ones === 0 || ones === n)
    throw new AppError(
      "invalid-input",
      `a binary model needs both classes; every row is ${ones === 0 ? 0 : 1}`,
    );
  return ones;
}

const SEPARATION =
  "the regressors separate the two classes: some coefficients grow without bound and no finite estimate exists; leave the separating regressor out";

/** Weights that all but vanish look like collinear columns: then the cause is separation, unless x itself is collinear. */
function fitOrSeparated(x: Matrix, z: Float64Array, names: readonly string[]) {
  const fit = qrLeastSquares(x, z, { names, dropCollinear: true });
  if (fit.rank === x.cols) return fit;
  const all = qrLeastSquares(x, z, { names, dropCollinear: true }).dropped;
  throw new AppError(
    "invalid-input",
    `${names[all.indexOf(true)]} is a combination of the columns before it, or ${SEPARATION}`,
  );
}
