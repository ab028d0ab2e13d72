import type { EtsParameters, EtsSpec } from "./etsSpec.ts";

/**
 * One pass of an additive-error exponential smoothing model over y, and its adjoint.
 *   f(t) = l(t−1) + φ b(t−1) + s(t−m),   e(t) = y(t) − f(t)
 *   l(t) = l(t−1) + φ b(t−1) + α e(t)
 *   b(t) = φ b(t−1) + β e(t)
 *   s(t) = s(t−m) + γ e(t)
 * A gap moves the states on with e(t) = 0: the model believes its own forecast.
 * Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008, §2.5 and §5.1.
 */
export class EtsPass {
  readonly y: Float64Array;
  readonly m: number;
  readonly fitted: Float64Array;
  readonly errors: Float64Array;
  readonly level: Float64Array;
  readonly slope: Float64Array;
  /** seasonal[t] is s(t−m): the effect that period t starts from. */
  readonly seasonal: Float64Array;
  private readonly seasonalAdjoint: Float64Array;
  private current: EtsParameters | null = null;

  constructor(y: Float64Array, m: number) {
    this.y = y;
    this.m = m;
    this.fitted = new Float64Array(y.length);
    this.errors = new Float64Array(y.length);
    this.level = new Float64Array(y.length + 1);
    this.slope = new Float64Array(y.length + 1);
    this.seasonal = new Float64Array(y.length + m);
    this.seasonalAdjoint = new Float64Array(y.length + m);
  }

  /** Runs the recursion; returns Σ e². States after the last figure are left in `level`, `slope`, `seasonal`. */
  forward(spec: EtsSpec, par: EtsParameters): number {
    const { y, m, fitted, errors, level, slope, seasonal } = this;
    const { alpha, beta, gamma, phi } = par;
    const withSeason = spec.season === "A";
    this.current = par;
    level[0] = par.level;
    slope[0] = par.slope;
    if (withSeason) seasonal.set(par.seasonal);
    let squares = 0;
    for (let t = 0; t < y.length; t++) {
      const carried = phi * slope[t]!;
      const base = level[t]! + carried;
      const s = withSeason ? seasonal[t]! : 0;
      const f = base + s;
      const observed = y[t]!;
      const e = Number.isNaN(observed) ? 0 : observed - f;
      fitted[t] = f;
      errors[t] = e;
      squares += e * e;
      level[t + 1] = base + alpha * e;
      slope[t + 1] = carried + beta * e;
      if (withSeason) seasonal[t + m] = s + gamma * e;
    }
    return squares;
  }

  /**
   * Derivatives of Σ e² with respect to α, β, γ, φ, l(0), b(0), and s(1−m)…s(0) (written into `seasonalOut`),
   * by running the recursion backwards from the last `forward`.
   */
  adjoint(
    spec: EtsSpec,
    seasonalOut: Float64Array,
  ): Record<"alpha" | "beta" | "gamma" | "phi" | "level" | "slope", number> {
    const { y, m, errors, slope, seasonalAdjoint: ds } = this;
    const { alpha, beta, gamma, phi } = this.current!;
    const withSeason = spec.season === "A";
    ds.fill(0, y.length);
    let dl = 0;
    let db = 0;
    const d = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0 };
    for (let t = y.length - 1; t >= 0; t--) {
      const e = errors[t]!;
      const next = withSeason ? ds[t + m]! : 0;
      d.alpha += dl * e;
      d.beta += db * e;
      d.gamma += next * e;
      const de = Number.isNaN(y[t]!) ? 0 : 2 * e + dl * alpha + db * beta + next * gamma;
      const dBase = dl - de;
      const dCarried = dBase + db;
      d.phi += dCarried * slope[t]!;
      if (withSeason) ds[t] = next - de;
      dl = dBase;
      db = phi * dCarried;
    }
    d.level = dl;
    d.slope = db;
    if (withSeason) seasonalOut.set(ds.subarray(0, m));
    return d;
  }
}
