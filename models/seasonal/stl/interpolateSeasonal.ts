import { AppError } from "../../errors.ts";
import { boxCox, boxCoxInverse } from "../../statistics/boxCox.ts";
import { leastSquares } from "../../statistics/leastSquares.ts";
import { defaultWindow, multipleSeasons } from "./multipleSeasons.ts";

/** Harmonics of one season, or of each of several. */
const HARMONICS_ALONE = 5;
const HARMONICS_OF_SEVERAL = 20;
const HIGHEST_DEGREE = 6;

/**
 * The gaps (NaN) of a seasonal series filled in: first by a regression on harmonics and a polynomial in time, then, with
 * these in place, by a straight line through the series that robust STL has adjusted, its seasons put back. Ends carry
 * the nearest adjusted figure. Two seasons or fewer of figures, or a result that leaves the range of the series by more
 * than half of it, give a straight line through the series itself.
 * In the scale of the Box–Cox transformation where λ is given. Returns y itself where it has no gap.
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §13.9.
 */
export function interpolateSeasonal(
  y: Float64Array,
  periods: readonly number[],
  lambda: number | null = null,
): Float64Array {
  const infinite = y.findIndex((v) => Math.abs(v) === Number.POSITIVE_INFINITY);
  if (infinite >= 0) throw new AppError("invalid-input", `Figure ${infinite + 1} is infinite, not a gap.`);
  if (!y.some(Number.isNaN)) return y;
  const x = lambda === null ? y : y.map((v) => boxCox(v, lambda));
  const known = Array.from(x, (_, t) => t).filter((t) => !Number.isNaN(x[t]!));
  if (known.length < 2)
    throw new AppError(
      "not-enough-data",
      `${known.length} figures cannot be interpolated; two at least are needed.`,
    );
  const back = (z: Float64Array) => (lambda === null ? z : z.map((v) => boxCoxInverse(v, lambda)));
  const straight = () => restore(y, back(throughKnown(x, known)));
  const longest = Math.max(...periods);
  if (known.length <= 2 * longest || 2 * longest >= y.length) return straight();
  const first = restore(x, regression(x, known, periods));
  const rounds = periods.length === 1 ? 1 : 2;
  const { seasonals } = multipleSeasons(first, periods, rounds, defaultWindow, { robust: true });
  const season = (t: number) => seasonals.reduce((sum, s) => sum + s.values[t]!, 0);
  const adjusted = throughKnown(
    x.map((v, t) => v - season(t)),
    known,
  );
  const filled = restore(y, back(adjusted.map((v, t) => v + season(t))));
  const figures = known.map((t) => y[t]!);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const slack = (high - low) / 2;
  return filled.every((v) => v <= high + slack && v >= low - slack) ? filled : straight();
}

/** y with its gaps from `z`. */
const restore = (y: Float64Array, z: Float64Array): Float64Array =>
  y.map((v, t) => (Number.isNaN(v) ? z[t]! : v));

/** Straight lines between the known points, level beyond them. */
function throughKnown(x: Float64Array, known: readonly number[]): Float64Array {
  const out = x.slice();
  out.fill(x[known[0]!]!, 0, known[0]!);
  for (let i = 1; i < known.length; i++) {
    const a = known[i - 1]!;
    const b = known[i]!;
    for (let t = a + 1; t < b; t++) out[t] = x[a]! + ((x[b]! - x[a]!) * (t - a)) / (b - a);
  }
  const last = known.at(-1)!;
  return out.fill(x[last]!, last + 1);
}

/** Fitted values of a regression on a polynomial and harmonics, from the known points. */
function regression(x: Float64Array, known: readonly number[], periods: readonly number[]): Float64Array {
  const n = x.length;
  const columns: Float64Array[] = [];
  // Legendre polynomials on [−1, 1]: nearly orthogonal, so that the normal equations stay well conditioned.
  const time = Float64Array.from({ length: n }, (_, t) => (n > 1 ? (2 * t) / (n - 1) - 1 : 0));
  const degree = Math.min(Math.max(Math.floor(n / 10), 1), HIGHEST_DEGREE);
  columns.push(new Float64Array(n).fill(1), time);
  for (let d = 2; d <= degree; d++) {
    const [before, last] = [columns[d - 2]!, columns[d - 1]!];
    columns.push(time.map((v, t) => ((2 * d - 1) * v * last[t]! - (d - 1) * before[t]!) / d));
  }
  const most = periods.length > 1 ? HARMONICS_OF_SEVERAL : HARMONICS_ALONE;
  for (const m of periods)
    for (let k = 1; k <= Math.min(Math.floor(m / 2), most); k++) {
      const angle = (t: number) => (2 * Math.PI * k * (t + 1)) / m;
      columns.push(time.map((_, t) => Math.cos(angle(t))));
      if (2 * k !== m) columns.push(time.map((_, t) => Math.sin(angle(t))));
    }
  const at = (c: Float64Array) => Float64Array.from(known, (t) => c[t]!);
  const { coefficients } = leastSquares(at(x), columns.map(at));
  return time.map((_, t) => columns.reduce((sum, c, j) => sum + coefficients[j]! * c[t]!, 0));
}
