import { centredYear } from "./centredYear.ts";
import { variancesDiffer } from "./cochranTest.ts";
import { extremeWeights } from "./extremeWeights.ts";
import { correctLogBias } from "./logBias.ts";
import { type MovingSeasonality, movingSeasonality } from "./movingSeasonality.ts";
import { adjust, irregularOf, type Operations, operationsOf, takeOut } from "./operations.ts";
import { replaceExtremes } from "./replaceExtremes.ts";
import { extendFactors, seasonalFactors } from "./seasonalFactors.ts";
import { chooseSeasonalMa, type SeasonalMaChoice } from "./seasonalMaChoice.ts";
import { makePositive, TrendFilter } from "./trendCycle.ts";
import { planX11, type X11Options, type X11Plan } from "./x11Options.ts";
import { modifiedTables, type X11Tables } from "./x11Tables.ts";

export interface X11Result {
  /** Tables over the span of the original series, NaN where X-11 has no value. Log-additive: B, C and D1–D9 are logs. */
  tables: X11Tables;
  /** The same over the extended series: original with backcasts before and forecasts behind, for what goes on with them. */
  extended: {
    d8: Float64Array;
    d10: Float64Array;
    d11: Float64Array;
    d12: Float64Array;
    d13: Float64Array;
    c17: Float64Array;
  };
  /** Seasonal factors a year past the (extended) end: S(t−m) + ½[S(t−m) − S(t−2m)]. */
  seasonalAhead: Float64Array;
  /** SI of B3, before extremes are replaced, on which X-11 first asks whether there is a season. */
  b3: Float64Array;
  /** The choice of the seasonal filter of D10. */
  seasonalMa: SeasonalMaChoice;
  /** Moving seasonality of D9: per month, and the global ratio I/S. */
  movingSeasonality: MovingSeasonality;
  /** Henderson terms of B7, C7, D7 and D12. */
  trendTerms: { b7: number; c7: number; d7: number; d12: number };
  /** I/C ratio of D12's preliminary trend, one period apart. */
  icRatio: number;
  /** Whether σ was taken a calendar month at a time. */
  byMonth: boolean;
  /** Whether a trend had to be made positive. */
  trendRepaired: boolean;
  plan: X11Plan;
}

/**
 * The X-11 seasonal adjustment of a series Y, or of one extended by back- and forecasts, in three rounds:
 *   B  preliminary: centred year → SI → extremes replaced → S → A = Y/S → Henderson C → again, weights of the irregular
 *   C  the same on Y without those extremes; weights anew
 *   D  the same on Y without the extremes of C; D10 = S, D11 = Y/S, D12 = Henderson(D1/S), D13 = D11/D12
 * Tables carry the names of X-13ARIMA-SEATS. Errors: fewer than three years, gaps, figures that are not positive in a
 * multiplicative mode, filters that cannot be.
 * Shiskin, Young & Musgrave (1967); Ladiray & Quenneville (2001), Seasonal Adjustment with the X-11 Method, ch. 2–4.
 */
export function x11(y: Float64Array, options: X11Options): X11Result {
  return new X11Run(y, planX11(y, options)).run();
}

/** One adjustment in progress: its arrays span the extended series. */
class X11Run {
  private readonly plan: X11Plan;
  private readonly op: Operations;
  private readonly original: Float64Array;
  /** The original in the units of the model: logs in the log-additive mode. */
  private readonly working: Float64Array;
  /** B1, C1, D1: without the extremes found so far. */
  private readonly current: Float64Array;
  private readonly trend: Float64Array;
  private readonly si: Float64Array;
  private readonly seasonal: Float64Array;
  private readonly adjusted: Float64Array;
  private readonly irregular: Float64Array;
  private readonly weights: Float64Array;
  private readonly extreme: Float64Array;
  private readonly scratch: Float64Array;
  private readonly trendFilter: TrendFilter;
  private readonly tables: Partial<X11Tables> = {};
  private readonly terms = { b7: 0, c7: 0, d7: 0, d12: 0 };
  private byMonth = false;
  private repaired = false;
  private b3: Float64Array = new Float64Array(0);

  constructor(y: Float64Array, plan: X11Plan) {
    const n = plan.n;
    this.plan = plan;
    this.op = operationsOf(plan.mode);
    this.original = y;
    this.working = plan.mode === "logadd" ? y.map(Math.log) : y;
    this.current = this.working.slice();
    this.trend = new Float64Array(n);
    this.si = new Float64Array(n);
    this.seasonal = new Float64Array(n);
    this.adjusted = new Float64Array(n);
    this.irregular = new Float64Array(n);
    this.weights = new Float64Array(n);
    this.extreme = new Float64Array(n);
    this.scratch = new Float64Array(n);
    this.trendFilter = new TrendFilter(plan, this.op);
  }

  run(): X11Result {
    this.partB();
    this.partC();
    this.partD();
    return this.finish();
  }

  private partB(): void {
    const { plan, op, si } = this;
    const half = plan.period / 2;
    this.centred("b2");
    this.b3 = this.span(si, half, half);
    this.cleanSi(true, half, plan.n - half);
    this.firstAdjustment("b6");
    this.henderson("b7");
    takeOut(op, this.current, this.trend, 0, plan.n, si);
    this.cleanSi(false, 0, plan.n);
    this.removeExtremes("b10", "b13", "b17", "b20", "c1", true);
  }

  private partC(): void {
    const { plan, op, si } = this;
    const half = plan.period / 2;
    this.centred("c2");
    this.factors(true, half, plan.n - half);
    this.firstAdjustment("c6");
    this.henderson("c7");
    takeOut(op, this.current, this.trend, 0, plan.n, si);
    this.factors(false, 0, plan.n);
    this.removeExtremes("c10", "c13", "c17", "c20", "d1", false);
  }

  private partD(): void {
    const { plan, op, si } = this;
    const half = plan.period / 2;
    this.centred("d2");
    this.factors(true, half, plan.n - half);
    this.firstAdjustment("d6");
    this.henderson("d7");
    takeOut(op, this.current, this.trend, 0, plan.n, si);
  }

  /** D8 to D13, E1 to E18. */
  private finish(): X11Result {
    const { plan, op, si, seasonal, adjusted, trend, tables } = this;
    const { n, period: m } = plan;
    const d8 = new Float64Array(n);
    if (op.ratio) for (let t = 0; t < n; t++) d8[t] = si[t]! * this.extreme[t]!;
    else for (let t = 0; t < n; t++) d8[t] = si[t]! + this.extreme[t]!;
    if (plan.calendarSigma !== "none" && plan.calendarSigma !== "signif") {
      // σ of single months: extremes are replaced by their neighbours here too, and not only taken out of D1.
      si.set(d8.subarray(0, plan.to));
      replaceExtremes(si, this.weights, 0, plan.to, m);
    }
    const seasonalMa = chooseSeasonalMa(plan, op, si);
    const column = (t: number) => (plan.first + t) % m;
    const moving = movingSeasonality(si, 0, plan.to, m, column, op.ratio, op.pseudo);
    seasonalFactors(plan, op, seasonalMa.filters, false, si, 0, n, this.scratch, seasonal);
    const d9 = si.map((v, t) => (this.extreme[t] === op.neutral ? Number.NaN : v));
    this.keep("d8", d8);
    this.keep("d9", d9);
    const seasonalAhead = new Float64Array(m);
    const back = (h: number, years: number) => seasonal[n - years * m + h]!;
    for (let h = 0; h < m; h++) seasonalAhead[h] = back(h, 1) + 0.5 * (back(h, 1) - back(h, 2));
    adjust(op, this.current, trend, seasonal, 0, n, adjusted);
    if (plan.mode === "logadd") {
      for (let t = 0; t < n; t++) seasonal[t] = Math.exp(seasonal[t]!);
      for (let h = 0; h < m; h++) seasonalAhead[h] = Math.exp(seasonalAhead[h]!);
    }
    const last = this.trendFilter.run(adjusted, false, trend);
    this.terms.d12 = last.terms;
    if (plan.mode === "logadd") {
      for (let t = 0; t < n; t++) trend[t] = Math.exp(trend[t]!);
      correctLogBias(trend, seasonal, this.irregular, m);
    }
    if (plan.mode !== "add") this.repaired = makePositive(trend) || this.repaired;
    const final = plan.mode === "logadd" ? operationsOf("mult") : op;
    adjust(final, this.original, trend, seasonal, 0, n, adjusted);
    const d13 = this.irregular;
    takeOut(final, adjusted, trend, 0, n, d13);
    this.keep("d10", seasonal);
    this.keep("d11", adjusted);
    this.keep("d12", trend);
    this.keep("d13", d13);
    const modified = modifiedTables(final, this.original, adjusted, trend, d13, this.weights);
    for (const name of ["e1", "e2", "e3", "e18"] as const) this.keep(name, modified[name]);
    return {
      tables: tables as X11Tables,
      extended: { d8, d10: seasonal, d11: adjusted, d12: trend, d13, c17: this.weights },
      seasonalAhead,
      b3: this.b3,
      seasonalMa,
      movingSeasonality: moving,
      trendTerms: this.terms,
      icRatio: last.icRatio,
      byMonth: this.byMonth,
      trendRepaired: this.repaired,
      plan,
    };
  }

  /** Part of an array over the original series, with `head` and `tail` points of the extended one undefined. */
  private span(x: Float64Array, head = 0, tail = 0): Float64Array {
    const { from, to, n } = this.plan;
    const out = x.slice(from, to);
    if (head > from) out.fill(Number.NaN, 0, head - from);
    if (n - tail < to) out.fill(Number.NaN, n - tail - from);
    return out;
  }

  private keep(name: keyof X11Tables, x: Float64Array, head = 0, tail = 0): void {
    this.tables[name] = this.span(x, head, tail);
  }

  /** Tables 2 and 3: centred yearly average and the SI it leaves, without half a year at each end. */
  private centred(name: "b2" | "c2" | "d2"): void {
    const { plan, op } = this;
    const half = plan.period / 2;
    centredYear(this.current, 0, plan.n, plan.period, this.trend);
    takeOut(op, this.current, this.trend, half, plan.n - half, this.si);
    this.keep(name, this.trend, half, half);
  }

  private factors(first: boolean, lo: number, hi: number): void {
    seasonalFactors(
      this.plan,
      this.op,
      this.plan.filters,
      first,
      this.si,
      lo,
      hi,
      this.scratch,
      this.seasonal,
    );
  }

  /** Part B's cleaning of the SI: factors, irregular, weights, replacement, factors again. */
  private cleanSi(first: boolean, lo: number, hi: number): void {
    const { plan, op, si } = this;
    this.factors(first, lo, hi);
    irregularOf(op, si, this.seasonal, lo, hi, this.irregular);
    const half = plan.period / 2;
    const inner = first ? half : 0;
    const sdLo = plan.excludeForecasts ? plan.from + inner : lo;
    const sdHi = plan.excludeForecasts ? plan.to - inner : hi;
    if (first) this.testMonths(sdLo, sdHi);
    this.weigh(lo, hi, sdLo, sdHi);
    replaceExtremes(si, this.weights, lo, hi, plan.period);
    this.factors(first, lo, hi);
  }

  private testMonths(lo: number, hi: number): void {
    const { calendarSigma, period } = this.plan;
    this.byMonth =
      calendarSigma === "all" ||
      (calendarSigma === "signif" && variancesDiffer(this.irregular, this.op.neutral, lo, hi, period));
  }

  private weigh(lo: number, hi: number, sdLo: number, sdHi: number): void {
    const { calendarSigma } = this.plan;
    const grouping = typeof calendarSigma !== "string" ? calendarSigma : this.byMonth ? "months" : "years";
    extremeWeights(this.plan, this.irregular, this.op.neutral, grouping, lo, hi, sdLo, sdHi, this.weights);
  }

  /** Tables 5 and 6: factors carried to the ends, and the series they adjust. */
  private firstAdjustment(name: "b6" | "c6" | "d6"): void {
    const { plan, op, current, trend, seasonal, adjusted } = this;
    const half = plan.period / 2;
    extendFactors(seasonal, half, plan.n - half, plan.period);
    if (op.pseudo) {
      // The centred average lacks half a year at each end: a plain ratio there.
      for (let t = 0; t < plan.n; t++) adjusted[t] = current[t]! / seasonal[t]!;
      adjust(op, current, trend, seasonal, half, plan.n - half, adjusted);
    } else takeOut(op, current, seasonal, 0, plan.n, adjusted);
    this.keep(name, adjusted);
  }

  /** Table 7. */
  private henderson(name: "b7" | "c7" | "d7"): void {
    this.terms[name] = this.trendFilter.run(this.adjusted, name === "b7", this.trend).terms;
    if (this.op.ratio) this.repaired = makePositive(this.trend) || this.repaired;
    this.keep(name, this.trend);
  }

  /** Tables 10, 13, 17 and 20, and table 1 of the next part: the working series without its extremes. */
  private removeExtremes(
    b10: "b10" | "c10",
    b13: "b13" | "c13",
    b17: "b17" | "c17",
    b20: "b20" | "c20",
    next: "c1" | "d1",
    test: boolean,
  ): void {
    const { plan, op, working, trend, seasonal, adjusted, irregular, weights, extreme, current } = this;
    const { n } = plan;
    adjust(op, working, trend, seasonal, 0, n, adjusted);
    takeOut(op, adjusted, trend, 0, n, irregular);
    const sdLo = plan.excludeForecasts ? plan.from : 0;
    const sdHi = plan.excludeForecasts ? plan.to : n;
    if (test) this.testMonths(0, plan.to);
    this.weigh(0, n, sdLo, sdHi);
    if (op.ratio)
      for (let t = 0; t < n; t++) extreme[t] = irregular[t]! / (1 + weights[t]! * (irregular[t]! - 1));
    else for (let t = 0; t < n; t++) extreme[t] = irregular[t]! * (1 - weights[t]!);
    if (op.pseudo)
      for (let t = 0; t < n; t++) current[t] = trend[t]! * (seasonal[t]! + irregular[t]! / extreme[t]! - 1);
    else takeOut(op, working, extreme, 0, n, current);
    this.keep(b10, seasonal);
    this.keep(b13, irregular);
    this.keep(b17, weights);
    this.keep(b20, extreme);
    this.keep(next, current);
  }
}
