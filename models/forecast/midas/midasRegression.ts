import { AppError } from "../../errors.ts";
import { nonlinearLeastSquares } from "../../regression/nonlinearLeastSquares.ts";
import { qrLeastSquares } from "../../regression/qrLeastSquares.ts";
import { type Matrix, matrix } from "../../statistics/matrix/matrix.ts";
import { unscaledCovariance } from "../../statistics/matrix/unscaledCovariance.ts";
import { type MidasTerm, shapeOf } from "./midasTerm.ts";

export interface MidasInput {
  y: ArrayLike<number>;
  /** Low-frequency regressors: the constant, lags of y. */
  linear: { names: readonly string[]; columns: readonly ArrayLike<number>[] };
  terms: readonly MidasTerm[];
}

export interface MidasRegression {
  /** Linear regressors, then term by term: slope and θ, or the linear coefficients. */
  names: readonly string[];
  coefficients: Float64Array;
  standardErrors: Float64Array;
  covariance: Matrix;
  fitted: Float64Array;
  residuals: Float64Array;
  rss: number;
  /** √(rss/(n−k)). */
  sigma: number;
  r2: number;
  logLikelihood: number;
  /** −2ℓ + ck, k the coefficients: the variance is not counted. */
  aic: number;
  bic: number;
  hqc: number;
  /** What each lag of each term counts for: slope · w(i), or the coefficient itself. */
  lagWeights: readonly Float64Array[];
  converged: boolean;
  /** Fitted value for one row of linear regressors and one row of lags per term. */
  predict(linear: ArrayLike<number>, lags: readonly ArrayLike<number>[]): number;
}

/**
 * MIDAS regression of a low-frequency y on high-frequency lags.
 *   y(t) = z(t)′b + Σ β Σ_{i=1…p} w(i; θ) x(t, i) + e(t)
 * Normalised weightings (midasWeights.ts) by nonlinear least squares over b, β and θ at once, best of several starts;
 * almon-polynomial w(i) = Σ_j θ(j) i^j, j = 0 … and unrestricted weights by least squares. Standard errors from the
 * Gauss–Newton regression, σ̂² = rss/(n−k). Throws AppError: "not-enough-data" for n ≤ k, "invalid-input" for sizes that
 * do not fit, numbers that are not finite, or collinear columns (named). Ghysels, Santa-Clara & Valkanov (2004);
 * Foroni, Marcellino & Schumacher (2015), JRSS A 178, for unrestricted lags.
 */
export function midasRegression(input: MidasInput): MidasRegression {
  const { y, linear, terms } = input;
  const n = y.length;
  checkSizes(input, n);
  const shapes = terms.map(shapeOf);
  const names = [...linear.names, ...shapes.flatMap((s) => s.names)];
  const k = names.length;
  if (n <= k)
    throw new AppError("not-enough-data", `MIDAS with ${k} coefficients needs more rows; found ${n}`);
  const places: number[] = [];
  let place = linear.names.length;
  for (const s of shapes) {
    places.push(place);
    place += s.names.length;
  }
  const design = (theta: ArrayLike<number>): Matrix => {
    const x = matrix(n, k);
    for (let t = 0; t < n; t++)
      linear.columns.forEach((c, j) => {
        x.data[t * k + j] = c[t]!;
      });
    shapes.forEach((s, i) => {
      s.slopes(theta, places[i]!, x);
    });
    return x;
  };
  const curved = shapes.some((s) => s.starts.length > 0);
  const fit = curved ? fitCurved() : fitStraight();
  const rss = fit.residuals.reduce((s, e) => s + e * e, 0);
  const values = Float64Array.from(y);
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const whole = values.reduce((s, v) => s + (v - mean) ** 2, 0);
  if (!(whole > 0))
    throw new AppError("invalid-input", `MIDAS needs a y that moves; every row is ${values[0]}`);
  const logLikelihood = -0.5 * n * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1);
  const lagWeights = shapes.map((s, i) => s.lagWeights(fit.coefficients, places[i]!));
  return {
    names,
    ...fit,
    fitted: values.map((v, t) => v - fit.residuals[t]!),
    rss,
    sigma: Math.sqrt(rss / (n - k)),
    r2: 1 - rss / whole,
    logLikelihood,
    aic: -2 * logLikelihood + 2 * k,
    bic: -2 * logLikelihood + Math.log(n) * k,
    hqc: -2 * logLikelihood + 2 * Math.log(Math.log(n)) * k,
    lagWeights,
    predict(row, lags) {
      let sum = 0;
      for (let j = 0; j < row.length; j++) sum += fit.coefficients[j]! * row[j]!;
      lagWeights.forEach((w, i) => {
        for (let p = 0; p < w.length; p++) sum += w[p]! * lags[i]![p]!;
      });
      return sum;
    },
  };

  function fitStraight() {
    const x = design(new Float64Array(k));
    const { coefficients, residuals, rss: squares, rInverse } = qrLeastSquares(x, y, { names });
    const covariance = matrix(k, k);
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++)
        covariance.data[a * k + b] = (squares / (n - k)) * unscaledCovariance(rInverse, k, a, b);
    const standardErrors = coefficients.map((_, j) => Math.sqrt(covariance.data[j * k + j]!));
    return { coefficients, residuals, covariance, standardErrors, converged: true };
  }

  function fitCurved() {
    const model = {
      rows: n,
      ...boundsOf(),
      residuals(theta: Float64Array, out: Float64Array) {
        const forbidden = !shapes.every((s, i) => s.allowed(theta, places[i]!));
        const weights = shapes.map((s, i) => s.lagWeights(theta, places[i]!));
        for (let t = 0; t < n; t++) {
          let e = forbidden ? Number.NaN : y[t]!;
          for (let j = 0; j < linear.columns.length; j++) e -= theta[j]! * linear.columns[j]![t]!;
          for (let i = 0; i < terms.length; i++) {
            const { data, cols } = terms[i]!.lags;
            const w = weights[i]!;
            for (let p = 0; p < cols; p++) e -= w[p]! * data[t * cols + p]!;
          }
          out[t] = e;
        }
      },
      slopes(theta: Float64Array, out: Matrix) {
        out.data.set(design(theta).data);
      },
    };
    const tried = startsOf(shapes.map((s) => s.starts)).map((start) => {
      const theta = new Float64Array(k);
      start.forEach((values, i) => {
        values.forEach((v, j) => {
          theta[places[i]! + 1 + j] = v;
        });
      });
      return nonlinearLeastSquares(model, withLinearPart(theta));
    });
    const best = tried.reduce((a, b) => (b.rss < a.rss ? b : a));
    return {
      coefficients: best.parameters,
      residuals: best.residuals,
      covariance: best.covariance,
      standardErrors: best.standardErrors,
      converged: best.converged,
    };
  }

  function boundsOf() {
    const lower = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
    const upper = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    shapes.forEach((s, i) => {
      if (!s.bounds) return;
      const from = places[i]! + 1;
      lower.fill(s.bounds[0], from, from + s.names.length - 1);
      upper.fill(s.bounds[1], from, from + s.names.length - 1);
    });
    return { lower, upper };
  }

  /** Given θ, the best of everything linear: columns of θ at a slope of zero vanish and are left out. */
  function withLinearPart(theta: Float64Array): Float64Array {
    const { coefficients, dropped } = qrLeastSquares(design(theta), y, { names, dropCollinear: true });
    const out = theta.slice();
    const isTheta = new Set(
      shapes.flatMap((s, i) =>
        s.starts.length > 0 ? s.names.slice(1).map((_, j) => places[i]! + 1 + j) : [],
      ),
    );
    for (let j = 0; j < k; j++) if (!dropped[j] && !isTheta.has(j)) out[j] = coefficients[j]!;
    return out;
  }
}

/** One start after another for all terms together, as many as the term with most has: not every combination. */
function startsOf(perTerm: readonly (readonly (readonly number[])[])[]): (readonly number[])[][] {
  const most = Math.max(...perTerm.map((s) => s.length));
  return Array.from({ length: most }, (_, i) => perTerm.map((s) => s[Math.min(i, s.length - 1)] ?? []));
}

function checkSizes({ linear, terms }: MidasInput, n: number): void {
  const wrong = [
    ...linear.columns.map((c, j) => ({ name: linear.names[j] ?? `column ${j + 1}`, rows: c.length })),
    ...terms.map((t) => ({ name: t.name, rows: t.lags.rows })),
  ].find((c) => c.rows !== n);
  if (wrong)
    throw new AppError("invalid-input", `MIDAS needs ${n} rows everywhere; ${wrong.name} has ${wrong.rows}`);
  const bad = terms.find((t) => !t.lags.data.every(Number.isFinite));
  if (bad)
    throw new AppError("invalid-input", `the lags of ${bad.name} hold a gap or a number that is not finite`);
}
