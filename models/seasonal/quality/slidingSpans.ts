import { AppError } from "../../errors.ts";

/** What an adjustment of a part of the series hands back, over that part. */
export interface SpanAdjustment {
  seasonal: Float64Array;
  adjusted: Float64Array;
}

export interface SlidingSpansOptions {
  period: number;
  /** Month or quarter of y[0], from 1; handed on to `adjust` for each span. */
  firstPeriod: number;
  /** Years a span: 6 for 3×3, 8 for 3×5, 11 for 3×9 filters. */
  years?: number;
  /** Spans, each beginning a year after the one before, the last ending with the series; two at least. */
  spans?: number;
  /** Spread above which a month counts as unstable: in percent, or in units of the series for differences. */
  threshold?: number;
  /** `ratio` measures in percent, `difference` in units: for an additive adjustment. */
  scale?: "ratio" | "difference";
}

export interface Instability {
  /** Per period of y: the spread between spans, NaN where fewer than two hold the period. */
  spread: Float64Array;
  compared: number;
  unstable: number;
  /** 100 unstable / compared. */
  percent: number;
}

export interface SlidingSpans {
  /** S: of the seasonal factors; MM: of the adjusted series' change from the period before; YY: from a year before. */
  seasonal: Instability;
  changes: Instability;
  yearlyChanges: Instability;
  /** First figure of each span. */
  starts: readonly number[];
}

const DEFAULT_YEARS = 8;
const DEFAULT_SPANS = 4;
const DEFAULT_THRESHOLD = 3;

/**
 * Sliding spans: the adjustment is repeated on overlapping spans, and for each period held by several of them
 *   S(t)  = (max_k S_t(k) − min_k S_t(k)) / min_k S_t(k),   MM(t) = max_k Δ_t(k) − min_k Δ_t(k),  Δ = A_t/A_{t−1} − 1
 * and YY likewise with A_{t−m}; in percent (plain differences where `scale` says so). Counted: how many exceed 3 %.
 * Errors: a series that does not hold the spans.
 * Findley, Monsell, Shulman & Pugh (1990), Sliding-spans diagnostics for seasonal and related adjustments, JASA 85.
 */
export function slidingSpans(
  y: Float64Array,
  options: SlidingSpansOptions,
  adjust: (part: Float64Array, firstPeriod: number) => SpanAdjustment,
): SlidingSpans {
  const { period: m, years = DEFAULT_YEARS, spans = DEFAULT_SPANS, threshold = DEFAULT_THRESHOLD } = options;
  const ratio = (options.scale ?? "ratio") === "ratio";
  const n = y.length;
  if (!(years >= 3) || !(spans >= 2))
    throw new AppError(
      "invalid-input",
      `${spans} spans of ${years} years: at least two of three years are needed.`,
    );
  const length = years * m;
  const needed = length + (spans - 1) * m;
  if (n < needed)
    throw new AppError(
      "not-enough-data",
      `${spans} spans of ${years} years need ${needed} figures; the series has ${n}.`,
    );
  const starts = Array.from({ length: spans }, (_, k) => n - needed + k * m);
  const range = { s: new Range(n), mm: new Range(n), yy: new Range(n) };
  for (const start of starts) {
    const first = ((options.firstPeriod - 1 + start) % m) + 1;
    const { seasonal, adjusted } = adjust(y.slice(start, start + length), first);
    for (let i = 0; i < length; i++) {
      range.s.add(start + i, seasonal[i]!);
      if (i >= 1) range.mm.add(start + i, change(adjusted, i, 1, ratio));
      if (i >= m) range.yy.add(start + i, change(adjusted, i, m, ratio));
    }
  }
  return {
    seasonal: range.s.count(threshold, ratio ? "of-least" : "plain"),
    changes: range.mm.count(threshold, ratio ? "percent" : "plain"),
    yearlyChanges: range.yy.count(threshold, ratio ? "percent" : "plain"),
    starts,
  };
}

const change = (a: Float64Array, i: number, lag: number, ratio: boolean): number =>
  ratio ? a[i]! / a[i - lag]! - 1 : a[i]! - a[i - lag]!;

/** Least and greatest value of each period over the spans. */
class Range {
  private readonly least: Float64Array;
  private readonly greatest: Float64Array;
  private readonly held: Int32Array;

  constructor(n: number) {
    this.least = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.greatest = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
    this.held = new Int32Array(n);
  }

  add(t: number, v: number): void {
    this.least[t] = Math.min(this.least[t]!, v);
    this.greatest[t] = Math.max(this.greatest[t]!, v);
    this.held[t]!++;
  }

  count(threshold: number, scale: "of-least" | "percent" | "plain"): Instability {
    const spread = this.least.map((low, t) => {
      if (this.held[t]! < 2) return Number.NaN;
      const difference = this.greatest[t]! - low;
      if (scale === "plain") return difference;
      return scale === "percent" ? 100 * difference : (100 * difference) / low;
    });
    const compared = spread.filter((v) => !Number.isNaN(v)).length;
    const unstable = spread.filter((v) => v > threshold).length;
    return { spread, compared, unstable, percent: compared > 0 ? (100 * unstable) / compared : 0 };
  }
}
