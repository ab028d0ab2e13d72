import { AppError } from "../../errors.ts";
import { decompose } from "../../seasonal/classical/decompose.ts";
import { minimise, withNumericGradient } from "../../statistics/optimise/minimise.ts";

export interface HoltWintersOptions {
  period: number;
  season: "additive" | "multiplicative" | "none";
  /** Fixed smoothing parameters; `beta: false` leaves the trend out. */
  alpha?: number;
  beta?: number | false;
  gamma?: number;
}

export interface HoltWinters {
  season: HoltWintersOptions["season"];
  alpha: number;
  /** Of the change of the level; 0 without trend. */
  beta: number;
  gamma: number;
  /** After the last figure; the season's effects from the coming period on. */
  level: number;
  slope: number;
  seasonal: Float64Array;
  /** Σ e². */
  squares: number;
  /** Index of the first figure with a forecast: before it lie those that gave the start. */
  first: number;
  /** NaN before `first`. */
  fitted: Float64Array;
  errors: Float64Array;
}

/**
 * Holt's and Winters' smoothing by least squares from a start read off the first two seasons.
 *   f(t) = (l + b) + s  or  (l + b) s
 *   l⁺ = α (y − s) + (1−α)(l + b)     b⁺ = β (l⁺ − l) + (1−β) b     s⁺ = γ (y − l⁺) + (1−γ) s
 * y/s and y/l⁺ where the season multiplies.
 * Start: classical decomposition of the first two seasons, a line through its trend. α, β, γ in [0, 1] minimise Σ e².
 * Unlike ETS (../ets) the season learns from the level after the figure, and no likelihood stands behind it.
 * Holt (1957); Winters (1960), Management Science 6; Hyndman & Athanasopoulos, 3rd ed., §8.3. y without gaps.
 */
export function holtWinters(y: Float64Array, options: HoltWintersOptions): HoltWinters {
  const start = startOf(y, options);
  const free = (["alpha", "beta", "gamma"] as const).filter(
    (name) => options[name] === undefined && !(name === "gamma" && options.season === "none"),
  );
  const parameters = (u: ArrayLike<number>) => {
    const of = (name: "alpha" | "beta" | "gamma") => {
      const at = free.indexOf(name);
      return at >= 0 ? unit(u[at]!) : Number(options[name] ?? 0);
    };
    return { alpha: of("alpha"), beta: of("beta"), gamma: of("gamma") };
  };
  const cost = (u: ArrayLike<number>) => run(y, options, start, parameters(u)).squares;
  const scale = Math.max(cost(free.map(() => 0)), Number.MIN_VALUE);
  if (!Number.isFinite(scale))
    throw new AppError(
      "invalid-input",
      "Holt–Winters divides by an effect of zero or overflows on these figures",
    );
  const best = [0.3, 0.1, 0.8]
    .map((alpha) =>
      minimise(
        withNumericGradient((u) => cost(u) / scale),
        free.map((name) => coordinate(name === "alpha" ? alpha : 0.1)),
        { tolerance: 1e-13 },
      ),
    )
    .reduce((kept, m) => (m.value < kept.value ? m : kept));
  return run(y, options, start, parameters(best.x));
}

/** [0, 1] reached at its ends: (1 + sin u)/2. */
const unit = (u: number): number => 0.5 + 0.5 * Math.sin(u);
const coordinate = (p: number): number => Math.asin(2 * p - 1);

interface Start {
  level: number;
  slope: number;
  seasonal: Float64Array;
  first: number;
}

function startOf(y: Float64Array, { period: m, season, beta }: HoltWintersOptions): Start {
  const gap = y.findIndex((v) => !Number.isFinite(v));
  if (gap >= 0)
    throw new AppError("invalid-input", `Holt–Winters cannot bridge the gap at figure ${gap + 1}`);
  const trend = beta !== false;
  if (season === "none") {
    if (y.length < 3) throw new AppError("not-enough-data", `${y.length} figures; at least 3 are needed`);
    return trend
      ? { level: y[1]!, slope: y[1]! - y[0]!, seasonal: new Float64Array(0), first: 2 }
      : { level: y[0]!, slope: 0, seasonal: new Float64Array(0), first: 1 };
  }
  if (y.length < 2 * m + 1)
    throw new AppError(
      "not-enough-data",
      `${y.length} figures; Holt–Winters with a season of ${m} needs at least ${2 * m + 1}`,
    );
  const { trend: line, figure } = decompose(y.slice(0, 2 * m), { period: m, mode: season });
  const points = Array.from(line).filter((v) => !Number.isNaN(v));
  const n = points.length;
  const middle = (n + 1) / 2;
  const mean = points.reduce((s, v) => s + v, 0) / n;
  const spread = points.reduce((s, _, i) => s + (i + 1 - middle) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((s, v, i) => s + (i + 1 - middle) * v, 0) / spread;
  return trend
    ? { level: mean - slope * middle, slope, seasonal: figure, first: m }
    : { level: mean - slope * middle, slope: 0, seasonal: figure, first: m };
}

function run(
  y: Float64Array,
  { season }: HoltWintersOptions,
  start: Start,
  { alpha, beta, gamma }: { alpha: number; beta: number; gamma: number },
): HoltWinters {
  const m = start.seasonal.length;
  const { first } = start;
  const fitted = new Float64Array(y.length).fill(Number.NaN);
  const errors = new Float64Array(y.length).fill(Number.NaN);
  const effects = start.seasonal.slice();
  const multiplies = season === "multiplicative";
  let { level, slope } = start;
  let squares = 0;
  for (let t = first; t < y.length; t++) {
    const at = m === 0 ? 0 : (t - first) % m;
    const s = m === 0 ? 0 : effects[at]!;
    const base = level + slope;
    const f = multiplies ? base * s : base + s;
    const e = y[t]! - f;
    fitted[t] = f;
    errors[t] = e;
    squares += e * e;
    const next = alpha * (multiplies ? y[t]! / s : y[t]! - s) + (1 - alpha) * base;
    slope = beta * (next - level) + (1 - beta) * slope;
    level = next;
    if (m > 0) effects[at] = gamma * (multiplies ? y[t]! / next : y[t]! - next) + (1 - gamma) * s;
  }
  const seasonal = Float64Array.from({ length: m }, (_, j) => effects[(y.length - first + j) % m]!);
  return { season, alpha, beta, gamma, level, slope, seasonal, squares, first, fitted, errors };
}

/**
 * Point forecasts and their standard deviation.
 *   additive        v(h) = s² (1 + Σ_{j<h} ψⱼ²),   ψⱼ = α (1 + jβ) + γ(1−α)·[m divides j]
 *   multiplicative  v(h) = s² Σ_{j<h} (ψⱼ I(h)/I(h−j))²,  ψ₀ = 1,  I the effect of the period forecast
 * s² the sample variance of the errors. Yar & Chatfield (1990), International Journal of Forecasting 6, §3; Chatfield & Yar
 * (1991), IJF 7, §3.
 */
export function holtWintersForecast(
  fit: HoltWinters,
  horizon: number,
): { mean: Float64Array; sd: Float64Array } {
  const { alpha, beta, gamma, level, slope, seasonal } = fit;
  const m = seasonal.length;
  const known = fit.errors.filter((e) => !Number.isNaN(e));
  const centre = known.reduce((s, e) => s + e, 0) / known.length;
  const variance = known.reduce((s, e) => s + (e - centre) ** 2, 0) / (known.length - 1);
  const effect = (h: number) => seasonal[((h % m) + m) % m]!;
  const psi = (j: number) =>
    j === 0 ? 1 : alpha * (1 + j * beta) + (m > 0 && j % m === 0 ? gamma * (1 - alpha) : 0);
  const multiplies = fit.season === "multiplicative";
  const mean = Float64Array.from({ length: horizon }, (_, h) => {
    const base = level + (h + 1) * slope;
    if (m === 0) return base;
    return multiplies ? base * effect(h) : base + effect(h);
  });
  const sd = mean.map((_, h) => {
    let sum = 0;
    for (let j = 0; j <= h; j++) {
      const ratio = multiplies ? effect(h) / effect(h - j) : 1;
      sum += (psi(j) * ratio) ** 2;
    }
    return Math.sqrt(variance * sum);
  });
  return { mean, sd };
}
