import { AppError } from "../errors.ts";
import { boxCox } from "./boxCox.ts";
import { minimiseBetween } from "./optimise/goldenSection.ts";

export interface LambdaOptions {
  /** `guerrero`: steady spread from season to season; `likelihood`: normal around a line and a fixed season. */
  method?: "guerrero" | "likelihood";
  lowest?: number;
  highest?: number;
}

/** λ is not known to more than a twentieth: the likelihood is read on this grid. */
const STEP = 0.05;
/** Without a season Guerrero's groups are pairs. */
const SHORTEST_GROUP = 2;

/**
 * A λ for the Box–Cox transformation of positive figures (NaN = gap) with m periods a season, between −1 and 2.
 *   guerrero:   the λ with the least coefficient of variation of sᵢ / ȳᵢ^{1−λ} over whole seasons i, the first part season
 *               left out; ȳᵢ, sᵢ mean and standard deviation within a season
 *   likelihood: the λ with the least residual squares of z(t) = (y^λ − 1)/(λ ẏ^{λ−1}) around a line and the seasons'
 *               means, ẏ the geometric mean, on a grid of 0.05
 * Throws AppError("invalid-input") for figures that are not positive, "not-enough-data" for fewer than two seasons.
 * Guerrero (1993), Journal of Forecasting 12; Box & Cox (1964), JRSS B 26.
 */
export function boxCoxLambda(y: Float64Array, m: number, options: LambdaOptions = {}): number {
  const { method = "guerrero", lowest = -1, highest = 2 } = options;
  const known = y.filter((v) => !Number.isNaN(v));
  const bad = known.find((v) => !(v > 0 && v < Number.POSITIVE_INFINITY));
  if (bad !== undefined)
    throw new AppError("invalid-input", `a Box–Cox λ is chosen from positive figures; found ${bad}`);
  const group = Math.max(SHORTEST_GROUP, m);
  if (known.length < 2 * group + 1)
    throw new AppError(
      "not-enough-data",
      `a Box–Cox λ needs more than two seasons, ${2 * group + 1} figures; found ${known.length}`,
    );
  return method === "guerrero" ? guerrero(y, group, lowest, highest) : likeliest(y, m, lowest, highest);
}

function guerrero(y: Float64Array, group: number, lowest: number, highest: number): number {
  const groups = Math.floor(y.length / group);
  const from = y.length - groups * group;
  const seasons = Array.from({ length: groups }, (_, i) =>
    moments(y.subarray(from + i * group, from + (i + 1) * group)),
  ).filter((s) => s.count > 1);
  const variation = (lambda: number): number => {
    const { mean, sd } = moments(Float64Array.from(seasons, (s) => s.sd / s.mean ** (1 - lambda)));
    return sd / mean;
  };
  return minimiseBetween(variation, lowest, highest, 1e-7).x;
}

function moments(x: Float64Array): { mean: number; sd: number; count: number } {
  const known = x.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((a, v) => a + v, 0) / known.length;
  const squares = known.reduce((a, v) => a + (v - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (known.length - 1)), count: known.length };
}

function likeliest(y: Float64Array, m: number, lowest: number, highest: number): number {
  const at = [...y.keys()].filter((t) => !Number.isNaN(y[t]!));
  const centre = Math.exp(at.reduce((a, t) => a + Math.log(y[t]!), 0) / at.length);
  const time = aroundSeasons(Float64Array.from(at), at, m);
  const along = time.reduce((a, v) => a + v * v, 0);
  const squares = (lambda: number): number => {
    const scale = centre ** (lambda - 1);
    const z = aroundSeasons(
      Float64Array.from(at, (t) => boxCox(y[t]!, lambda) / scale),
      at,
      m,
    );
    const slope = z.reduce((a, v, i) => a + v * time[i]!, 0) / along;
    return z.reduce((a, v, i) => a + (v - slope * time[i]!) ** 2, 0);
  };
  let best = lowest;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= Math.round((highest - lowest) / STEP); i++) {
    // Multiples of a twentieth, so that 0 is 0.
    const lambda = Math.round((lowest + i * STEP) / STEP) * STEP;
    const s = squares(lambda);
    if (s < least) [best, least] = [lambda, s];
  }
  return Number(best.toFixed(10));
}

/** Values less the mean of their period of the season. */
function aroundSeasons(x: Float64Array, at: readonly number[], m: number): Float64Array {
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  at.forEach((t, i) => {
    sums[t % m]! += x[i]!;
    counts[t % m]! += 1;
  });
  return x.map((v, i) => v - sums[at[i]! % m]! / counts[at[i]! % m]!);
}
