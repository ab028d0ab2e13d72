import { AppError } from "../errors.ts";
import { hodrickPrescott } from "./hodrickPrescott.ts";
import { completeFigures, type TrendAndCycle, withCycle } from "./trendAndCycle.ts";

export interface BoostedTrend extends TrendAndCycle {
  /** How often the filter ran. */
  rounds: number;
  /** The information criterion after each round, that of the round which made it worse included. */
  criterion: number[];
}

/**
 * The Hodrick–Prescott filter run again on what it left, so that a stochastic trend does not stay in the cycle:
 *   c(m) = (I − S)ᵐ y,  trend = y − c(m),  S = (I + λK′K)⁻¹
 * until the criterion stops falling, or `rounds` times where a number is given:
 *   IC(m) = c(m)′c(m) / c(1)′c(1) + log(n) tr(B) / tr(I − S),  B = I − (I − S)ᵐ
 * One round is the plain filter. Finding the rounds takes O(n²) each, by filtering the columns of the identity.
 * Phillips & Shi (2021), Boosting: why you can use the HP filter, International Economic Review 62.
 */
export function boostedHodrickPrescott(
  figures: ArrayLike<number>,
  lambda: number,
  { rounds, mostRounds = 100 }: { rounds?: number; mostRounds?: number } = {},
): BoostedTrend {
  const y = completeFigures(figures, 3, "boosted Hodrick–Prescott filter");
  const most = rounds ?? mostRounds;
  if (!Number.isInteger(most) || most < 1)
    throw new AppError(
      "invalid-input",
      `the filter runs a whole number of times, at least once; found ${most}`,
    );
  let cycle = hodrickPrescott(y, lambda).cycle;
  if (rounds !== undefined) {
    for (let m = 2; m <= rounds; m++) cycle = hodrickPrescott(cycle, lambda).cycle;
    return { ...withCycle(y, cycle), rounds, criterion: [] };
  }
  const trace = tracesOfPowers(y.length, lambda);
  const first = { squares: dot(cycle, cycle), trace: trace() };
  if (!Number.isFinite(first.squares))
    throw new AppError(
      "invalid-input",
      "figures so large that their squares leave the range of numbers; rescale them",
    );
  // A straight line leaves nothing to run again on.
  if (first.squares === 0 || first.trace === 0) return { ...withCycle(y, cycle), rounds: 1, criterion: [] };
  const penalty = Math.log(y.length) / first.trace;
  const criterion = [1 + penalty * (y.length - first.trace)];
  for (let m = 2; m <= most; m++) {
    const next = hodrickPrescott(cycle, lambda).cycle;
    criterion.push(dot(next, next) / first.squares + penalty * (y.length - trace()));
    if (criterion[m - 1]! >= criterion[m - 2]!) return { ...withCycle(y, cycle), rounds: m - 1, criterion };
    cycle = next;
  }
  return { ...withCycle(y, cycle), rounds: most, criterion };
}

/**
 * tr (I − S)ᵐ for m = 1, 2, 3, … at each call. The matrix is symmetric, so that with its k-th power's columns x at hand
 * Σ x′x is the trace of power 2k and Σ x′(I − S)x that of 2k + 1: two traces for one pass of the filter.
 */
function tracesOfPowers(n: number, lambda: number): () => number {
  let columns: Float64Array[] = Array.from({ length: n }, (_, i) => {
    const unit = new Float64Array(n);
    unit[i] = 1;
    return unit;
  });
  let even: number | null = null;
  return () => {
    if (even !== null) {
      const trace = even;
      even = null;
      return trace;
    }
    const next = columns.map((x) => hodrickPrescott(x, lambda).cycle);
    const odd = next.reduce((sum, x, i) => sum + dot(x, columns[i]!), 0);
    even = next.reduce((sum, x) => sum + dot(x, x), 0);
    columns = next;
    return odd;
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
