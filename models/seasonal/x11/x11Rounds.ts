import { centredYear } from "./centredYear.ts";
import { variancesDiffer } from "./cochranTest.ts";
import { extremeWeights } from "./extremeWeights.ts";
import { adjust, irregularOf, type Operations, operationsOf, takeOut } from "./operations.ts";
import { replaceExtremes } from "./replaceExtremes.ts";
import { extendFactors, seasonalFactors } from "./seasonalFactors.ts";
import { makePositive, TrendFilter } from "./trendCycle.ts";
import type { X11Plan } from "./x11Options.ts";
import type { X11Tables } from "./x11Tables.ts";

/**
 * Parts B, C and D of X-11 up to table D7: what they have found stands in arrays over the extended series, and in `tables`
 * over the original one. After `run`: `current` is D1, `trend` D7, `si` D1 over D7, `extreme` C20, `weights` C17 and
 * `irregular` C13. Ladiray & Quenneville (2001), ch. 2 and 4.
 */
export class X11Rounds {
  readonly plan: X11Plan;
  readonly op: Operations;
  readonly original: Float64Array;
  /** The original in the units of the model: logs in the log-additive mode. */
  private readonly working: Float64Array;
  /** B1, C1, D1: without the extremes found so far. */
  readonly current: Float64Array;
  readonly trend: Float64Array;
  readonly si: Float64Array;
  readonly seasonal: Float64Array;
  readonly adjusted: Float64Array;
  readonly irregular: Float64Array;
  readonly weights: Float64Array;
  readonly extreme: Float64Array;
  readonly scratch: Float64Array;
  readonly trendFilter: TrendFilter;
  readonly tables: Partial<X11Tables> = {};
  readonly terms = { b7: 0, c7: 0, d7: 0, d12: 0 };
  byMonth = false;
  repaired = false;
  b3: Float64Array = new Float64Array(0);

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

  run(): this {
    this.partB();
    this.partC();
    this.partD();
    return this;
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

  /** Part of an array over the original series, with `head` and `tail` points of the extended one undefined. */
  private span(x: Float64Array, head = 0, tail = 0): Float64Array {
    const { from, to, n } = this.plan;
    const out = x.slice(from, to);
    if (head > from) out.fill(Number.NaN, 0, head - from);
    if (n - tail < to) out.fill(Number.NaN, n - tail - from);
    return out;
  }

  keep(name: keyof X11Tables, x: Float64Array, head = 0, tail = 0): void {
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
    // Of full weight nothing is extreme: exactly 1, also where the irregular is too small to be told from 0.
    if (op.ratio)
      for (let t = 0; t < n; t++)
        extreme[t] = weights[t] === 1 ? 1 : irregular[t]! / (1 + weights[t]! * (irregular[t]! - 1));
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
