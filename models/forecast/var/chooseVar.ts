import { fitVar, type VarFit } from "../../multivariate/fitVar.ts";
import { selectLags } from "../../multivariate/selectLags.ts";
import type { Matrix } from "../../statistics/matrix/matrix.ts";

/** Rows left for each equation beyond its coefficients, whatever the lags. */
const SPARE_ROWS = 6;

/** Most lags that leave the equations room: at most `cap`, at least 1. */
export function mostLags(y: Matrix, cap: number, season = 1): number {
  const room = Math.floor((y.rows - SPARE_ROWS - season) / (y.cols + 1.5));
  return Math.max(1, Math.min(cap, Math.floor(room / 2)));
}

/**
 * Lags by AIC on the common sample; then seasonal dummies where AIC is lower with them and two years remain for each.
 * Lütkepohl (2005), §4.3.
 */
export function chooseVar(y: Matrix, lags: number | "auto", season: number, cap = 12): VarFit {
  const room = mostLags(y, cap);
  const p = lags === "auto" ? selectLags(y, room).selected.aic : lags;
  const plain = fitVar(y, { lags: p });
  const dummies = season > 1 && season <= 12 && y.rows - p - y.cols * p - 1 - season > 2 * season;
  if (!dummies) return plain;
  const most = mostLags(y, cap, season);
  const seasonalLags = lags === "auto" ? selectLags(y, most, { season }).selected.aic : lags;
  const skip = Math.max(p, seasonalLags);
  const withDummies = fitVar(y, { lags: seasonalLags, season, skip });
  return withDummies.criteria.aic < fitVar(y, { lags: p, skip }).criteria.aic
    ? fitVar(y, { lags: seasonalLags, season })
    : plain;
}
