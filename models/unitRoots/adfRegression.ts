import { qrLeastSquares } from "../regression/qrLeastSquares.ts";
import { type Matrix, matrix } from "../statistics/matrix/matrix.ts";
import { type Deterministics, deterministicCount } from "./deterministics.ts";

/** Lags count as needed when the last one's |t| reaches the 10 % point. */
const T_NEEDED = 1.6448536269514722;

/**
 * Left and right side of Δy(t) = d(t) + ρ y(t−1) + Σ γ(j) Δy(t−j) + e(t), without the first `skip` differences.
 * "shown" puts the constant first, then level, trend, trend², lags, as tables of coefficients do; "nested" puts the level
 * first, then d(t), so that dropping columns from the end drops lags.
 */
export function adfRegression(
  y: Float64Array,
  d: Deterministics,
  lags: number,
  skip: number,
  order: "nested" | "shown",
): { x: Matrix; target: Float64Array } {
  const count = deterministicCount(d);
  const n = y.length - 1 - skip;
  const k = count + 1 + lags;
  const x = matrix(n, k);
  const target = new Float64Array(n);
  const places = order === "shown" && count > 0 ? [0, 2, 3] : [1, 2, 3];
  const level = order === "shown" && count > 0 ? 1 : 0;
  for (let i = 0; i < n; i++) {
    const t = skip + 1 + i;
    const row = i * k;
    target[i] = y[t]! - y[t - 1]!;
    x.data[row + level] = y[t - 1]!;
    // The trend counts the differences, as in the usual tables of coefficients.
    if (count > 0) x.data[row + places[0]!] = 1;
    if (count > 1) x.data[row + places[1]!] = t;
    if (count > 2) x.data[row + places[2]!] = t * t;
    for (let j = 1; j <= lags; j++) x.data[row + count + j] = y[t - j]! - y[t - j - 1]!;
  }
  return { x, target };
}

/**
 * The number of lags from `atLeast` to `most` that AIC or BIC likes best, or whose last t-value is the first to count
 * from above, all on the sample of the largest. One fit of the largest model holds the sums of squares of all: its last
 * effects are what the last lags explain. Hamilton, Time Series Analysis, §17.7; Ng & Perron (1995), JASA 90, for t.
 */
export function chooseAdfLags(
  y: Float64Array,
  d: Deterministics,
  most: number,
  by: "aic" | "bic" | "t",
  atLeast: number,
): number {
  const { x, target } = adfRegression(y, d, most, most, "nested");
  const n = x.rows;
  const fit = qrLeastSquares(x, target, { dropCollinear: true });
  const base = deterministicCount(d) + 1;
  let rss = fit.rss;
  let best = most;
  let lowest = Number.POSITIVE_INFINITY;
  for (let lags = most; lags >= atLeast; lags--) {
    const k = base + lags;
    if (by === "t") {
      const last = fit.effects[k - 1]!;
      if (lags === atLeast || Math.abs(last) >= T_NEEDED * Math.sqrt(rss / (n - k))) return lags;
    } else {
      const criterion = n * Math.log(rss) + (by === "aic" ? 2 : Math.log(n)) * k;
      if (criterion <= lowest) {
        lowest = criterion;
        best = lags;
      }
    }
    rss += fit.effects[k - 1]! ** 2;
  }
  return best;
}
