import { hendersonEnds, hendersonInterior, hendersonTrend, STEEP_ENDS } from "./hendersonTrend.ts";
import { type Operations, takeOut } from "./operations.ts";
import type { X11Plan } from "./x11Options.ts";

export interface TrendCycle {
  /** Terms of the Henderson filter in use. */
  terms: number;
  /** Ī/C̄ of the preliminary filter, one period apart: not yet brought to months. */
  icRatio: number;
}

const STANDS_STILL = 999;

/** I/C ratio at which the ends are built unless told otherwise: 1 to 9 terms, 3.5 to 13, 4.5 beyond; quarterly 0.001 and 4.5. */
export function defaultTrendIc(terms: number | "auto", period: number): number {
  if (period === 4) return terms === "auto" || terms <= 5 ? STEEP_ENDS : 4.5;
  if (terms === "auto") return 3.5;
  return terms <= 9 ? 1 : terms <= 13 ? 3.5 : 4.5;
}

/**
 * The trend-cycle of an adjusted series: a Henderson filter of m+1 terms gives a first trend C and irregular I, whose
 *   Ī/C̄ = Σ |ΔI|/I ÷ Σ |ΔC|/C      (differences in the additive modes; points with the whole filter only)
 * brought to months (×12/m) chooses the length, unless one is fixed: below 1 nine terms (quarterly five), to 3.5 thirteen
 * (five), beyond 23 (seven); in part B never more than m+1. The ends' I/C ratio is carried from call to call, as in
 * X-13ARIMA-SEATS, where a return to thirteen terms keeps what nine terms had set.
 * Ladiray & Quenneville (2001), §2.2, step B7; Findley et al. (1998), §4.2.
 */
export class TrendFilter {
  private ratio: number;
  private readonly plan: X11Plan;
  private readonly op: Operations;
  private readonly irregular: Float64Array;

  constructor(plan: X11Plan, op: Operations) {
    this.plan = plan;
    this.op = op;
    this.ratio = plan.trendIc ?? defaultTrendIc(plan.trendMa, plan.period);
    this.irregular = new Float64Array(plan.n);
  }

  run(adjusted: Float64Array, partB: boolean, out: Float64Array): TrendCycle {
    const { plan } = this;
    const m = plan.period;
    hendersonInterior(adjusted, m + 1, out);
    const icRatio = this.preliminaryRatio(adjusted, out);
    const terms = plan.trendMa === "auto" ? this.chooseTerms((icRatio * 12) / m, partB) : plan.trendMa;
    // The preliminary filter is already in place.
    if (terms === m + 1) hendersonEnds(adjusted, terms, this.ratio, out);
    else this.ratio = hendersonTrend(adjusted, terms, this.ratio, plan.trueSevenTerm, out);
    return { terms, icRatio };
  }

  private chooseTerms(monthly: number, partB: boolean): number {
    const m = this.plan.period;
    if (monthly < 1) {
      if (m === 4) return 5;
      this.ratio = 1;
      return 9;
    }
    if (partB || monthly < 3.5) return m + 1;
    this.ratio = 4.5;
    return m === 4 ? 7 : 23;
  }

  private preliminaryRatio(adjusted: Float64Array, trend: Float64Array): number {
    const { plan, op, irregular } = this;
    const half = plan.period / 2;
    takeOut(op, adjusted, trend, half, plan.n - half, irregular);
    let changeC = 0;
    let changeI = 0;
    for (let t = half; t < plan.to - half - 1; t++) {
      const dc = Math.abs(trend[t + 1]! - trend[t]!);
      const di = Math.abs(irregular[t + 1]! - irregular[t]!);
      changeC += op.ratio ? dc / trend[t]! : dc;
      changeI += op.ratio ? di / irregular[t]! : di;
    }
    return changeC > 0 ? changeI / changeC : STANDS_STILL;
  }
}

/**
 * A multiplicative trend must be positive: a value that is not is replaced by the mean of the nearest positive ones
 * before and after it, or by the one there is. Whether any was replaced.
 */
export function makePositive(trend: Float64Array): boolean {
  let replaced = false;
  for (let t = 0; t < trend.length; t++) {
    if (trend[t]! > 0) continue;
    replaced = true;
    let before = t - 1;
    while (before >= 0 && !(trend[before]! > 0)) before--;
    let after = t + 1;
    while (after < trend.length && !(trend[after]! > 0)) after++;
    const near = [before, after].filter((i) => i >= 0 && i < trend.length);
    if (near.length === 0) return true;
    trend[t] = near.reduce((sum, i) => sum + trend[i]!, 0) / near.length;
  }
  return replaced;
}
