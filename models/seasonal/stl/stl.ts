import { AppError } from "../../errors.ts";
import { bisquareWeights } from "./bisquareWeights.ts";
import { Loess } from "./loess.ts";
import { planStl, type StlOptions, type StlPlan } from "./stlOptions.ts";

export interface StlResult {
  seasonal: Float64Array;
  trend: Float64Array;
  remainder: Float64Array;
  /** Robustness weights of the last round, all one without. */
  weights: Float64Array;
  /** Windows, degrees, jumps and rounds in use. */
  plan: StlPlan;
}

/**
 * STL: y = seasonal + trend + remainder by loess. A round of the inner loop, from trend T:
 *   C  each month of y − T smoothed over the years, one year beyond both ends
 *   L  moving averages of m, m and 3 terms of C, then loess: what is not season in C
 *   S = C − L;   T = loess of y − S
 * Each outer round weighs every figure by its remainder's bisquare and runs the inner loop again. A periodic season is
 * the mean of S by month. Errors: gaps (mstl interpolates them), two periods or fewer, windows below 3.
 * Cleveland, Cleveland, McRae & Terpenning (1990), STL, Journal of Official Statistics 6, 3–73.
 */
export function stl(y: Float64Array, options: StlOptions): StlResult {
  const gap = y.findIndex((v) => !Number.isFinite(v));
  if (gap >= 0)
    throw new AppError(
      "invalid-input",
      `Figure ${gap + 1} is missing or not finite; STL needs a series without gaps.`,
    );
  return fitOf(y.length, planStl(y.length, options)).fit(y);
}

/** The last fits prepared: the same settings are asked for again and again, by other series or rounds. */
const prepared = new Map<string, StlFit>();
const KEPT = 8;

function fitOf(n: number, plan: StlPlan): StlFit {
  const { seasonal: s, trend: t, lowPass: l } = plan;
  const smoothers = `${s.window} ${s.degree} ${s.jump} ${t.window} ${t.degree} ${t.jump} ${l.window} ${l.degree} ${l.jump}`;
  const key = `${n} ${plan.period} ${plan.periodic} ${smoothers} ${plan.inner} ${plan.outer} ${plan.publishedMedian}`;
  const known = prepared.get(key);
  if (known) return known;
  const fit = new StlFit(n, plan);
  if (prepared.size >= KEPT) prepared.clear();
  prepared.set(key, fit);
  return fit;
}

/** STL for series of one length and one plan: the loess weights are computed once. */
export class StlFit {
  private readonly n: number;
  private readonly plan: StlPlan;
  private readonly byYears = new Map<number, Loess>();
  private readonly trendLoess: Loess;
  private readonly lowPassLoess: Loess;
  private readonly cycle: Float64Array;
  private readonly average: Float64Array;
  private readonly work: Float64Array;

  constructor(n: number, plan: StlPlan) {
    this.n = n;
    this.plan = plan;
    const { seasonal: s, trend: t, lowPass: l, period } = plan;
    for (const k of [Math.ceil(n / period), Math.floor(n / period)])
      this.byYears.set(k, new Loess(k, s.window, s.degree, s.jump));
    this.trendLoess = new Loess(n, t.window, t.degree, t.jump);
    this.lowPassLoess = new Loess(n, l.window, l.degree, l.jump);
    this.cycle = new Float64Array(n + 2 * period);
    this.average = new Float64Array(n + 2 * period);
    this.work = new Float64Array(n + 2 * period);
  }

  fit(y: Float64Array): StlResult {
    const { n, plan } = this;
    const seasonal = new Float64Array(n);
    const trend = new Float64Array(n);
    const weights = new Float64Array(n).fill(1);
    this.innerLoop(y, null, seasonal, trend);
    for (let round = 0; round < plan.outer; round++) {
      bisquareWeights(y, seasonal, trend, plan.publishedMedian, weights);
      this.innerLoop(y, weights, seasonal, trend);
    }
    if (plan.periodic) this.averageByMonth(seasonal);
    const remainder = new Float64Array(n);
    for (let t = 0; t < n; t++) remainder[t] = y[t]! - seasonal[t]! - trend[t]!;
    return { seasonal, trend, remainder, weights, plan };
  }

  private innerLoop(
    y: Float64Array,
    rho: Float64Array | null,
    seasonal: Float64Array,
    trend: Float64Array,
  ): void {
    const { n, plan, cycle, work } = this;
    const m = plan.period;
    for (let round = 0; round < plan.inner; round++) {
      for (let t = 0; t < n; t++) work[t] = y[t]! - trend[t]!;
      for (let j = 0; j < m; j++) this.smoothMonth(j, rho);
      this.lowPass();
      for (let t = 0; t < n; t++) {
        seasonal[t] = cycle[m + t]! - work[t]!;
        work[t] = y[t]! - seasonal[t]!;
      }
      this.trendLoess.smooth(work, rho, 0, 1, trend, 0);
    }
  }

  /** One month of `work` into `cycle`, which begins a year early and ends a year late. */
  private smoothMonth(j: number, rho: Float64Array | null): void {
    const { n, plan, cycle, work } = this;
    const m = plan.period;
    const k = Math.floor((n - 1 - j) / m) + 1;
    const loess = this.byYears.get(k)!;
    const width = plan.seasonal.window;
    loess.smooth(work, rho, j, m, cycle, j + m);
    const before = loess.within(0, 1, Math.min(width, k), work, rho, j, m);
    const after = loess.within(k + 1, Math.max(1, k - width + 1), k, work, rho, j, m);
    cycle[j] = Number.isNaN(before) ? cycle[j + m]! : before;
    cycle[j + (k + 1) * m] = Number.isNaN(after) ? cycle[j + k * m]! : after;
  }

  /** Averages of m, m and 3 terms of `cycle`, then loess, into `work`. */
  private lowPass(): void {
    const { n, plan, cycle, average, work } = this;
    const m = plan.period;
    movingAverage(cycle, n + 2 * m, m, work);
    movingAverage(work, n + m + 1, m, average);
    movingAverage(average, n + 2, 3, work);
    average.set(work.subarray(0, n));
    this.lowPassLoess.smooth(average, null, 0, 1, work, 0);
  }

  private averageByMonth(seasonal: Float64Array): void {
    const m = this.plan.period;
    for (let j = 0; j < m; j++) {
      let sum = 0;
      let count = 0;
      for (let t = j; t < this.n; t += m, count++) sum += seasonal[t]!;
      for (let t = j; t < this.n; t += m) seasonal[t] = sum / count;
    }
  }
}

/** out[t] = mean of x[t] … x[t+k−1], for n − k + 1 values. */
function movingAverage(x: Float64Array, n: number, k: number, out: Float64Array): void {
  const share = 1 / k;
  let sum = 0;
  for (let t = 0; t < k; t++) sum += x[t]!;
  out[0] = sum * share;
  for (let t = k; t < n; t++) {
    sum += x[t]! - x[t - k]!;
    out[t - k + 1] = sum * share;
  }
}
