import type { ArimaOrder } from "../../arima/arimaOrder.ts";
import { armaFromVector, armaStandardErrors, armaVector } from "./armaStandardErrors.ts";
import { regressionCovariance } from "./fitRegarima.ts";
import type { FittedModel } from "./model.ts";

/** Coefficient over standard error of each column, in the order of `columns`. */
export function columnTs(model: FittedModel): Float64Array {
  const { fit, columns } = model;
  const k = fit.coefficients.length;
  const covariance = regressionCovariance(fit);
  return Float64Array.from(columns, (_, i) => {
    const at = k - columns.length + i;
    const variance = covariance[at * k + at]!;
    return variance > 0 ? fit.coefficients[at]! / Math.sqrt(variance) : 0;
  });
}

/** t of the sum of some columns' coefficients: the effect of the day that contrasts leave out, but for its sign. */
export function sumT({ fit, columns }: FittedModel, which: readonly number[]): number {
  const k = fit.coefficients.length;
  const covariance = regressionCovariance(fit);
  const at = which.map((i) => k - columns.length + i);
  const sum = at.reduce((s, i) => s + fit.coefficients[i]!, 0);
  const variance = at.reduce((s, i) => s + at.reduce((v, j) => v + covariance[i * k + j]!, 0), 0);
  return variance > 0 ? sum / Math.sqrt(variance) : 0;
}

/** t of the constant; 0 without one. */
export function constantT({ fit }: FittedModel): number {
  if (!fit.data.order.constant) return 0;
  const k = fit.coefficients.length;
  const at = fit.data.gaps.length;
  return fit.coefficients[at]! / Math.sqrt(regressionCovariance(fit)[at * k + at]!);
}

/**
 * The order with the least significant of its highest ARMA terms taken off, where that term has |t| < 1 and is small (0.15,
 * from 150 figures on 0.1); null where every highest term stays, or only one term is left.
 */
export function withoutWeakestTerm(model: FittedModel): ArimaOrder | null {
  const { fit } = model;
  const { order } = fit.data;
  if (order.p + order.q + order.P + order.Q <= 1) return null;
  const c = armaVector(fit.arma);
  const se = armaStandardErrors(fit);
  const small = fit.data.levels.length <= 150 ? 0.15 : 0.1;
  const last = { p: order.p, q: order.p + order.q, P: order.p + order.q + order.P, Q: c.length };
  let weakest: { block: "p" | "q" | "P" | "Q"; t: number } | null = null;
  for (const block of ["p", "P", "q", "Q"] as const) {
    if (order[block] === 0) continue;
    const at = last[block] - 1;
    const t = Math.abs(c[at]! / se[at]!);
    if (t < 1 && Math.abs(c[at]!) < small && (!weakest || t < weakest.t)) weakest = { block, t };
  }
  return weakest && { ...order, [weakest.block]: order[weakest.block] - 1 };
}

/** Whether the plain MA coefficients nearly hold a unit root: a difference too many. */
export function isOverdifferenced({ fit }: FittedModel): boolean {
  const { order } = fit.data;
  if (order.d === 0 || order.q === 0) return false;
  const sum = armaFromVector(order, armaVector(fit.arma)).ma.reduce((s, v) => s - v, 0);
  return Math.abs(sum - 1) < 0.001;
}
