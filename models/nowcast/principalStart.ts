import { AppError } from "../errors.ts";
import { leastSquares } from "../statistics/leastSquares.ts";
import { solvePositive } from "../statistics/matrix/cholesky.ts";
import { matrix } from "../statistics/matrix/matrix.ts";
import { symmetricEigen } from "../statistics/matrix/symmetricEigen.ts";
import { factorAutocovariance } from "./factorAutocovariance.ts";
import {
  type FactorBlock,
  type FactorModel,
  type FactorParameters,
  factorCount,
  factorsOf,
} from "./factorModel.ts";
import { isQuarterly, rowWeights } from "./measurementRow.ts";
import { LEAST_VARIANCE } from "./seriesStep.ts";

/**
 * Where EM starts: factors one after another as first principal components of the (correlation matrix of the) monthly
 * series that load on them, gaps filled linearly, each taken out of the series before the next; loadings by least squares
 * on the factors as the row reads them; each block's VAR by least squares; ρ and σ² from the residuals, an autoregression
 * with a constant. A series that speaks quarterly starts from ρ = 0 and σ² = var(residual)/Σw².
 * The sign of a factor is that of the sum of its series' weights. Doz, Giannone & Reichlin (2011) for consistency.
 */
export function principalStart(
  model: FactorModel,
  start: number,
  months: number,
  values: Float64Array,
): FactorParameters {
  const n = model.series.length;
  const k = factorCount(model);
  const loaded = model.series.map((_, i) => factorsOf(model, i));
  const filled = model.series.map((s, i) => fill(values, n, i, months, s.id));
  const factors: Float64Array[] = [];
  for (let r = 0; r < k; r++) {
    const all = model.series.flatMap((_, i) => (loaded[i]!.includes(r) ? [i] : []));
    const monthly = all.filter((i) => !isQuarterly(model.series[i]!.row));
    factors.push(takeComponent(filled, monthly.length > 0 ? monthly : all, months));
  }
  const loadings = new Float64Array(n * k);
  const rho = new Float64Array(n);
  const variance = new Float64Array(n);
  model.series.forEach((s, i) => {
    const y: number[] = [];
    const x: number[][] = [];
    const at: number[] = [];
    let weight = 1;
    for (let t = 0; t < months; t++) {
      const v = values[t * n + i]!;
      if (Number.isNaN(v)) continue;
      const w = rowWeights(s.row, start + t)!;
      weight = w.reduce((sum, c) => sum + c * c, 0);
      y.push(v);
      at.push(t);
      x.push(loaded[i]!.map((r) => w.reduce((sum, c, l) => sum + (t >= l ? c * factors[r]![t - l]! : 0), 0)));
    }
    const beta = regress(x, y);
    if (!beta)
      throw new AppError(
        "not-enough-data",
        `${s.id} has ${y.length} figures; its ${loaded[i]!.length} loadings need more`,
      );
    loaded[i]!.forEach((r, j) => {
      loadings[i * k + r] = beta[j]!;
    });
    const residual = y.map((v, o) => v - x[o]!.reduce((sum, f, j) => sum + f * beta[j]!, 0));
    const [slope, squares] = autoregression(residual, at);
    const white = s.idiosyncratic === "white" || isQuarterly(s.row);
    rho[i] = white ? 0 : slope;
    const plain = residual.reduce((sum, e) => sum + e * e, 0) / residual.length;
    const mean = residual.reduce((sum, e) => sum + e, 0) / residual.length;
    variance[i] = Math.max(
      white ? (isQuarterly(s.row) ? plain / weight : plain - mean * mean) : squares,
      10 * LEAST_VARIANCE,
    );
  });
  let first = 0;
  const vars = model.blocks.map((b) => {
    const own = factors.slice(first, first + b.factors);
    first += b.factors;
    return startOfBlock(b, own, months);
  });
  return { loadings, rho, variance, transition: vars.map((v) => v.a), innovation: vars.map((v) => v.q) };
}

/** The figures of series i with inner gaps filled linearly and both ends held. */
function fill(values: Float64Array, n: number, i: number, months: number, id: string): Float64Array {
  const out = new Float64Array(months);
  let last = -1;
  for (let t = 0; t < months; t++) {
    const v = values[t * n + i]!;
    if (Number.isNaN(v)) continue;
    for (let s = last + 1; s < t; s++)
      out[s] = last < 0 ? v : out[last]! + ((v - out[last]!) * (s - last)) / (t - last);
    out[t] = v;
    last = t;
  }
  if (last < 0) throw new AppError("not-enough-data", `${id} has no figure at all`);
  return out.fill(out[last]!, last + 1);
}

/** The first principal component of the columns, standardised; takes its projection out of them. */
function takeComponent(columns: Float64Array[], chosen: readonly number[], months: number): Float64Array {
  const m = chosen.length;
  const standard = chosen.map((i) => {
    const column = columns[i]!;
    const mean = column.reduce((s, v) => s + v, 0) / months;
    const sd = Math.sqrt(column.reduce((s, v) => s + (v - mean) ** 2, 0) / months) || 1;
    return { mean, sd, x: column.map((v) => (v - mean) / sd) };
  });
  const correlation = matrix(m, m);
  for (let a = 0; a < m; a++)
    for (let b = 0; b <= a; b++) {
      let s = 0;
      for (let t = 0; t < months; t++) s += standard[a]!.x[t]! * standard[b]!.x[t]!;
      correlation.data[a * m + b] = s;
      correlation.data[b * m + a] = s;
    }
  const { vectors } = symmetricEigen(correlation);
  const weight = Float64Array.from({ length: m }, (_, a) => vectors.data[a * m]!);
  const sign = weight.reduce((s, w) => s + w, 0) < 0 ? -1 : 1;
  for (let a = 0; a < m; a++) weight[a] = sign * weight[a]!;
  const factor = new Float64Array(months);
  for (let t = 0; t < months; t++)
    for (let a = 0; a < m; a++) factor[t] = factor[t]! + weight[a]! * standard[a]!.x[t]!;
  chosen.forEach((i, a) => {
    const { mean, sd } = standard[a]!;
    for (let t = 0; t < months; t++) columns[i]![t] = columns[i]![t]! - (mean + sd * weight[a]! * factor[t]!);
  });
  return factor;
}

/** Least squares of y on the rows of x; null where there are fewer rows than coefficients. */
function regress(x: readonly (readonly number[])[], y: readonly number[]): Float64Array | null {
  const k = x[0]?.length ?? 0;
  if (k === 0 || y.length < k) return null;
  const columns = Array.from({ length: k }, (_, j) => Float64Array.from(x, (row) => row[j]!));
  return leastSquares(Float64Array.from(y), columns).coefficients;
}

/** Slope and mean squared error of e(t) on 1 and e(t−1) over consecutive figures; the slope held within ±0.99. */
function autoregression(e: readonly number[], at: readonly number[]): [number, number] {
  const pairs = e.flatMap((v, i) => (i > 0 && at[i]! - at[i - 1]! === 1 ? [[e[i - 1]!, v] as const] : []));
  const beta =
    pairs.length > 2
      ? regress(
          pairs.map(([x]) => [1, x]),
          pairs.map(([, y]) => y),
        )
      : null;
  if (!beta) return [0, e.reduce((s, v) => s + v * v, 0) / e.length];
  const squares = pairs.reduce((s, [x, y]) => s + (y - beta[0]! - beta[1]! * x) ** 2, 0) / pairs.length;
  return [Math.min(0.99, Math.max(-0.99, beta[1]!)), squares];
}

/** The VAR(p) of a block by least squares; a random start without memory where that is not stationary. */
function startOfBlock({ factors: k, order: p }: FactorBlock, f: readonly Float64Array[], months: number) {
  const past = matrix(k * p, k * p);
  const cross = matrix(k * p, k);
  const lagged = (t: number, j: number): number => f[j % k]![t - 1 - Math.floor(j / k)]!;
  for (let t = p; t < months; t++)
    for (let i = 0; i < k * p; i++) {
      for (let j = 0; j < k; j++) cross.data[i * k + j] = cross.data[i * k + j]! + lagged(t, i) * f[j]![t]!;
      for (let j = 0; j < k * p; j++)
        past.data[i * k * p + j] = past.data[i * k * p + j]! + lagged(t, i) * lagged(t, j);
    }
  const solved = solvePositive(past, cross);
  const a = new Float64Array(k * k * p);
  if (solved)
    for (let i = 0; i < k; i++) for (let j = 0; j < k * p; j++) a[i * k * p + j] = solved.data[j * k + i]!;
  const q = new Float64Array(k * k);
  const divisor = k === 1 ? months - p : months - p - k * p;
  for (let t = p; t < months; t++) {
    const u = f.map((x, i) => {
      let s = x[t]!;
      for (let j = 0; j < k * p; j++) s -= a[i * k * p + j]! * lagged(t, j);
      return s;
    });
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) q[i * k + j] = q[i * k + j]! + (u[i]! * u[j]!) / divisor;
  }
  if (solved && factorAutocovariance(a, q, k, p, 1)) return { a, q };
  a.fill(0);
  q.fill(0);
  f.forEach((x, i) => {
    q[i * k + i] = x.reduce((s, v) => s + v * v, 0) / months;
  });
  return { a, q };
}
