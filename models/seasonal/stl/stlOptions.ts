import { AppError } from "../../errors.ts";

export interface StlOptions {
  period: number;
  /** Odd width of the loess of each month over the years, or `periodic`: the same season every year. */
  seasonalWindow: number | "periodic";
  seasonalDegree?: 0 | 1;
  trendWindow?: number;
  trendDegree?: 0 | 1;
  lowPassWindow?: number;
  lowPassDegree?: 0 | 1;
  /** Loess is evaluated at every jump-th point. */
  seasonalJump?: number;
  trendJump?: number;
  lowPassJump?: number;
  /** Fifteen rounds of bisquare weights, so that single figures do not bend the components. */
  robust?: boolean;
  inner?: number;
  outer?: number;
  /**
   * Whose defaults: `r` jumps of a tenth of the width, seasonal degree 0, two inner rounds (one if robust), low-pass the
   * first odd number from the period on, the median of remainders as the published program finds it; `statsmodels`
   * no jumps, seasonal degree 1, five inner rounds (two), low-pass the first odd number past the period.
   */
  convention?: "r" | "statsmodels";
}

export interface StlPlan {
  period: number;
  periodic: boolean;
  seasonal: Smoother;
  trend: Smoother;
  lowPass: Smoother;
  inner: number;
  outer: number;
  /** The median of the robustness weights as STL's own program finds it. */
  publishedMedian: boolean;
}

export interface Smoother {
  window: number;
  degree: 0 | 1;
  jump: number;
}

const bad = (message: string) => new AppError("invalid-input", message);

/** The first odd number from round(x) on. */
export const nextOdd = (x: number): number => Math.round(x) + (Math.round(x) % 2 === 0 ? 1 : 0);

/** All settings of STL for a series of n figures; the defaults of Cleveland et al. (1990), §3. */
export function planStl(n: number, o: StlOptions): StlPlan {
  const { period, convention = "r", robust = false } = o;
  if (!Number.isInteger(period) || period < 2)
    throw bad(`STL needs a period of 2 or more, a whole number, not ${period}.`);
  if (n <= 2 * period)
    throw new AppError(
      "not-enough-data",
      `STL needs more than two periods, ${2 * period} figures; the series has ${n}.`,
    );
  const periodic = o.seasonalWindow === "periodic";
  const sWindow = o.seasonalWindow === "periodic" ? 10 * n + 1 : o.seasonalWindow;
  const likeR = convention === "r";
  const tWindow = o.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / sWindow)));
  const lWindow = o.lowPassWindow ?? nextOdd(likeR ? period : period + 1);
  for (const [name, width] of [
    ["seasonal", sWindow],
    ["trend", tWindow],
    ["low-pass", lWindow],
  ] as const)
    if (!Number.isInteger(width) || width < 3)
      throw bad(`The ${name} window is ${width}; it must be an odd number from 3 on.`);
  const jump = (given: number | undefined, width: number) => given ?? (likeR ? Math.ceil(width / 10) : 1);
  // An even width takes the next odd one, so that the window is centred.
  const smoother = (width: number, degree: 0 | 1, given: number | undefined): Smoother => {
    const step = jump(given, width);
    if (!Number.isInteger(step) || step < 1)
      throw bad(`A jump of ${step}: it must be a whole number from 1 on.`);
    return { window: width % 2 === 0 ? width + 1 : width, degree, jump: step };
  };
  const inner = o.inner ?? (likeR ? (robust ? 1 : 2) : robust ? 2 : 5);
  const outer = o.outer ?? (robust ? 15 : 0);
  if (!(inner >= 1) || !(outer >= 0))
    throw bad(`${inner} inner and ${outer} outer rounds: at least 1 and 0 are needed.`);
  return {
    period,
    periodic,
    seasonal: smoother(sWindow, periodic ? 0 : (o.seasonalDegree ?? (likeR ? 0 : 1)), o.seasonalJump),
    trend: smoother(tWindow, o.trendDegree ?? 1, o.trendJump),
    lowPass: smoother(lWindow, o.lowPassDegree ?? (likeR ? (o.trendDegree ?? 1) : 1), o.lowPassJump),
    inner,
    outer,
    publishedMedian: likeR,
  };
}
