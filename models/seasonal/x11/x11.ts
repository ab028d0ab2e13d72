import { AppError } from "../../errors.ts";
import { correctLogBias } from "./logBias.ts";
import { type MovingSeasonality, movingSeasonality } from "./movingSeasonality.ts";
import { adjust, operationsOf, takeOut } from "./operations.ts";
import { replaceExtremes } from "./replaceExtremes.ts";
import { seasonalFactors } from "./seasonalFactors.ts";
import { chooseSeasonalMa, type SeasonalMaChoice } from "./seasonalMaChoice.ts";
import { makePositive, type TrendCycle } from "./trendCycle.ts";
import { planX11, type X11Options, type X11Plan } from "./x11Options.ts";
import { X11Rounds } from "./x11Rounds.ts";
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
 * multiplicative mode or next to zero, filters that cannot be.
 * Shiskin, Young & Musgrave (1967); Ladiray & Quenneville (2001), Seasonal Adjustment with the X-11 Method, ch. 2–4.
 */
export function x11(y: Float64Array, options: X11Options): X11Result {
  const rounds = new X11Rounds(y, planX11(y, options)).run();
  const { plan, tables, terms, b3, seasonal, adjusted, trend, irregular, weights } = rounds;
  const { d8, seasonalMa, moving } = finalFactors(rounds);
  let seasonalAhead = yearAhead(seasonal, plan.period);
  adjust(rounds.op, rounds.current, trend, seasonal, 0, plan.n, adjusted);
  if (plan.mode === "logadd") {
    exponentiate(seasonal);
    seasonalAhead = seasonalAhead.map(Math.exp);
  }
  const { icRatio } = finalComponents(rounds);
  if (![seasonal, adjusted, trend, irregular].every(allFinite))
    throw new AppError(
      "invalid-input",
      `Some figures are so near zero beside the others that the mode ${plan.mode} divides by zero; the additive mode does not.`,
    );
  return {
    tables: tables as X11Tables,
    extended: { d8, d10: seasonal, d11: adjusted, d12: trend, d13: irregular, c17: weights },
    seasonalAhead,
    b3,
    seasonalMa,
    movingSeasonality: moving,
    trendTerms: terms,
    icRatio,
    byMonth: rounds.byMonth,
    trendRepaired: rounds.repaired,
    plan,
  };
}

/** D8, D9 and the factors of D10, in the units of the model. */
function finalFactors(r: X11Rounds): {
  d8: Float64Array;
  seasonalMa: SeasonalMaChoice;
  moving: MovingSeasonality;
} {
  const { plan, op, si, extreme } = r;
  const { n, period: m } = plan;
  const d8 = op.ratio ? si.map((v, t) => v * extreme[t]!) : si.map((v, t) => v + extreme[t]!);
  if (plan.calendarSigma !== "none" && plan.calendarSigma !== "signif") {
    // σ of single months: extremes are replaced by their neighbours here too, and not only taken out of D1.
    si.set(d8.subarray(0, plan.to));
    replaceExtremes(si, r.weights, 0, plan.to, m);
  }
  const seasonalMa = chooseSeasonalMa(plan, op, si);
  const column = (t: number) => (plan.first + t) % m;
  const moving = movingSeasonality(si, 0, plan.to, m, column, op.ratio, op.pseudo);
  seasonalFactors(plan, op, seasonalMa.filters, false, si, 0, n, r.scratch, r.seasonal);
  r.keep("d8", d8);
  r.keep(
    "d9",
    si.map((v, t) => (extreme[t] === op.neutral ? Number.NaN : v)),
  );
  return { d8, seasonalMa, moving };
}

/** D10 to D13 and part E, in the units of the series: D12 from the adjusted D1, D11 from the original. */
function finalComponents(r: X11Rounds): TrendCycle {
  const { plan, seasonal, adjusted, trend, irregular } = r;
  const last = r.trendFilter.run(adjusted, false, trend);
  r.terms.d12 = last.terms;
  if (plan.mode === "logadd") {
    exponentiate(trend);
    correctLogBias(trend, seasonal, irregular, plan.period);
  }
  if (plan.mode !== "add") r.repaired = makePositive(trend) || r.repaired;
  const final = plan.mode === "logadd" ? operationsOf("mult") : r.op;
  adjust(final, r.original, trend, seasonal, 0, plan.n, adjusted);
  takeOut(final, adjusted, trend, 0, plan.n, irregular);
  r.keep("d10", seasonal);
  r.keep("d11", adjusted);
  r.keep("d12", trend);
  r.keep("d13", irregular);
  const modified = modifiedTables(final, r.original, adjusted, trend, irregular, r.weights);
  for (const name of ["e1", "e2", "e3", "e18"] as const) r.keep(name, modified[name]);
  return last;
}

/** S(t) = S(t−m) + ½[S(t−m) − S(t−2m)] for the year after the last. */
function yearAhead(s: Float64Array, m: number): Float64Array {
  const at = (h: number, years: number) => s[s.length - years * m + h]!;
  return Float64Array.from({ length: m }, (_, h) => at(h, 1) + 0.5 * (at(h, 1) - at(h, 2)));
}

function exponentiate(x: Float64Array): void {
  for (let t = 0; t < x.length; t++) x[t] = Math.exp(x[t]!);
}

function allFinite(x: Float64Array): boolean {
  for (let t = 0; t < x.length; t++) if (!Number.isFinite(x[t])) return false;
  return true;
}
