import { type EtsParameters, type EtsSpec, needsPositive } from "./etsSpec.ts";

/**
 * One pass of an exponential smoothing model over y, and its adjoint: all thirty members in one recursion.
 *   c(t) = φ b(t−1)  or  b(t−1)^φ         q(t) = l(t−1) + c(t)  or  l(t−1) c(t)       f(t) = q(t) + s(t−m)  or  q(t) s(t−m)
 *   e(t) = y(t) − f(t)                    d(t) = e(t), or e(t)/s(t−m) where the season multiplies
 *   l(t) = q(t) + α d(t)
 *   b(t) = c(t) + β d(t)      or  c(t) + β d(t)/l(t−1)       (trend additive, multiplicative)
 *   s(t) = s(t−m) + γ e(t)    or  s(t−m) + γ e(t)/q(t)       (season additive, multiplicative)
 * The error kind enters through the likelihood alone: r(t) = e(t), or e(t)/f(t).
 *   −2 log L = n log Σ r² + 2 Σ log f  (the second sum for multiplicative errors)
 * A gap moves the states on with e(t) = 0: the model believes its own forecast.
 * Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008, table 2.2–2.3, §5.1.
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
  /** Σ log f over the figures, for multiplicative errors; else 0. */
  logForecasts = 0;
  /** Σ r² of the last pass. */
  squares = 0;
  /** Figures that are no gaps. */
  readonly known: number;
  private readonly seasonalAdjoint: Float64Array;
  private current: EtsParameters | null = null;

  constructor(y: Float64Array, m: number) {
    this.y = y;
    this.m = m;
    this.known = y.reduce((n, v) => n + (Number.isNaN(v) ? 0 : 1), 0);
    this.fitted = new Float64Array(y.length);
    this.errors = new Float64Array(y.length);
    this.level = new Float64Array(y.length + 1);
    this.slope = new Float64Array(y.length + 1);
    this.seasonal = new Float64Array(y.length + m);
    this.seasonalAdjoint = new Float64Array(y.length + m);
  }

  /**
   * Runs the recursion; returns Σ r², or Infinity where a member that needs positive forecasts, levels and effects
   * loses them. States after the last figure are left in `level`, `slope`, `seasonal`.
   */
  forward(spec: EtsSpec, par: EtsParameters): number {
    const { y, m, fitted, errors, level, slope, seasonal } = this;
    const { alpha, beta, gamma, phi } = par;
    const grows = spec.trend === "M" || spec.trend === "Md";
    const adds = spec.season === "A";
    const multiplies = spec.season === "M";
    const relative = spec.error === "M";
    const positive = needsPositive(spec);
    this.current = par;
    level[0] = par.level;
    slope[0] = par.slope;
    if (adds || multiplies) seasonal.set(par.seasonal);
    let squares = 0;
    let logs = 0;
    let product = 1;
    for (let t = 0; t < y.length; t++) {
      const l = level[t]!;
      const b = slope[t]!;
      const carried = grows ? (phi === 1 ? b : b ** phi) : phi * b;
      const q = grows ? l * carried : l + carried;
      const s = adds || multiplies ? seasonal[t]! : 0;
      const f = multiplies ? q * s : q + s;
      if (positive && !(f > 0 && q > 0 && (!multiplies || s > 0) && (!grows || b > 0))) return this.refuse();
      const observed = y[t]!;
      const gap = Number.isNaN(observed);
      const e = gap ? 0 : observed - f;
      fitted[t] = f;
      errors[t] = e;
      const d = multiplies ? e / s : e;
      level[t + 1] = q + alpha * d;
      slope[t + 1] = carried + (grows ? (beta * d) / l : beta * d);
      if (adds) seasonal[t + m] = s + gamma * e;
      else if (multiplies) seasonal[t + m] = s + (gamma * e) / q;
      if (relative && !gap) {
        squares += (e / f) ** 2;
        product *= f;
        // One logarithm for several figures; taken before the product leaves the range of numbers.
        if (product > 1e200 || product < 1e-200) {
          logs += Math.log(product);
          product = 1;
        }
      } else squares += e * e;
    }
    this.logForecasts = relative ? logs + Math.log(product) : 0;
    this.squares = squares;
    return squares;
  }

  private refuse(): number {
    this.logForecasts = 0;
    this.squares = Number.POSITIVE_INFINITY;
    return Number.POSITIVE_INFINITY;
  }

  /**
   * Derivatives of Σ r² (and of (2/n) Σ r² Σ log f, so that n/Σr² times them is the derivative of −2 log L) with respect to α,
   * β, γ, φ, l(0), b(0), and s(1−m)…s(0) (written into `seasonalOut`), by running the recursion backwards from the last
   * `forward`.
   */
  adjoint(
    spec: EtsSpec,
    seasonalOut: Float64Array,
  ): Record<"alpha" | "beta" | "gamma" | "phi" | "level" | "slope", number> {
    const { y, m, errors, fitted, level, slope, seasonal, seasonalAdjoint: ds } = this;
    const { alpha, beta, gamma, phi } = this.current!;
    const grows = spec.trend === "M" || spec.trend === "Md";
    const adds = spec.season === "A";
    const multiplies = spec.season === "M";
    const relative = spec.error === "M";
    const logWeight = (2 * this.squares) / this.known;
    ds.fill(0, y.length);
    let dl = 0;
    let db = 0;
    const out = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0 };
    for (let t = y.length - 1; t >= 0; t--) {
      const e = errors[t]!;
      const l = level[t]!;
      const b = slope[t]!;
      const s = adds || multiplies ? seasonal[t]! : 0;
      const next = adds || multiplies ? ds[t + m]! : 0;
      const gap = Number.isNaN(y[t]!);
      const f = fitted[t]!;
      const d = multiplies ? e / s : e;
      const perSlope = grows ? 1 / l : 1;
      out.alpha += dl * d;
      out.beta += db * d * perSlope;
      const dd = dl * alpha + db * beta * perSlope;
      let dq = dl;
      let dlBefore = grows ? -(db * beta * d) / (l * l) : 0;
      let dsNow = next;
      let de = relative ? (gap ? 0 : (2 * e) / (f * f)) : 2 * e;
      if (multiplies) {
        const q = f / s;
        out.gamma += (next * e) / q;
        de += (next * gamma) / q + dd / s;
        dq -= (next * gamma * e) / (q * q);
        dsNow -= (dd * e) / (s * s);
      } else {
        out.gamma += next * e;
        de += dd + next * gamma;
      }
      if (!gap) {
        const df = (relative ? (-2 * e * e) / (f * f * f) + logWeight / f : 0) - de;
        if (multiplies) {
          dq += df * s;
          dsNow += (df * f) / s;
        } else {
          dq += df;
          dsNow += df;
        }
      }
      let dCarried = db;
      if (grows) {
        const carried = phi === 1 ? b : b ** phi;
        dlBefore += dq * carried;
        dCarried += dq * l;
        out.phi += dCarried * carried * Math.log(b);
        db = (dCarried * phi * carried) / b;
      } else {
        dlBefore += dq;
        dCarried += dq;
        out.phi += dCarried * b;
        db = phi * dCarried;
      }
      if (adds || multiplies) ds[t] = dsNow;
      dl = dlBefore;
    }
    out.level = dl;
    out.slope = db;
    if (adds || multiplies) seasonalOut.set(ds.subarray(0, m));
    return out;
  }
}
