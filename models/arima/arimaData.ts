import { AppError } from "../errors.ts";
import { type ArimaOrder, differenced, differencePolynomial, orderName } from "./arimaOrder.ts";

/** A series made ready for one order of differencing: gaps bridged and each given a column of its own. */
export interface ArimaData {
  order: ArimaOrder;
  /** As given, NaN = gap. */
  y: Float64Array;
  /** Levels with gaps bridged by straight lines. */
  levels: Float64Array;
  /** Positions of the gaps. */
  gaps: readonly number[];
  delta: Float64Array;
  w: Float64Array;
  /** Regressors of the levels, one column a driver. */
  drivers: readonly Float64Array[];
  /** The effect of 1 more at each gap on w, then the differenced drivers, then the constant. */
  regressors: readonly Float64Array[];
}

/**
 * Differences y (NaN = gap, anywhere) and the drivers (no gaps), and lays out the regressors: gaps, drivers, constant.
 * The constant is the mean of the differenced series. Throws AppError("invalid-input") for an order that is not of whole
 * numbers, an infinite figure, or a driver of another length or with a gap.
 */
export function arimaData(
  y: Float64Array,
  order: ArimaOrder,
  drivers: readonly Float64Array[] = [],
): ArimaData {
  refuseUnfit(y, order, drivers);
  const gaps = [...y.keys()].filter((t) => Number.isNaN(y[t]!));
  const levels = bridged(y);
  const delta = differencePolynomial(order);
  const lags = delta.length - 1;
  const w = differenced(levels, delta);
  const regressors: Float64Array[] = gaps.map((at) => {
    const column = new Float64Array(w.length);
    for (let j = 0; j <= lags; j++) {
      const t = at + j - lags;
      if (t >= 0 && t < w.length) column[t] = j === 0 ? 1 : -delta[j]!;
    }
    return column;
  });
  for (const x of drivers) regressors.push(differenced(x, delta));
  if (order.constant) regressors.push(new Float64Array(w.length).fill(1));
  return { order, y, levels, gaps, delta, w, drivers, regressors };
}

function refuseUnfit(y: Float64Array, order: ArimaOrder, drivers: readonly Float64Array[]): void {
  const { p, d, q, P, D, Q, m } = order;
  if (![p, d, q, P, D, Q].every((k) => Number.isInteger(k) && k >= 0) || !(Number.isInteger(m) && m >= 1))
    throw new AppError(
      "invalid-input",
      `an ARIMA order is of whole numbers from 0; found ${orderName(order)}`,
    );
  const infinite = y.findIndex((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY);
  if (infinite >= 0)
    throw new AppError(
      "invalid-input",
      `ARIMA needs finite figures; figure ${infinite + 1} is ${y[infinite]}`,
    );
  drivers.forEach((x, i) => {
    if (x.length !== y.length || !x.every(Number.isFinite))
      throw new AppError(
        "invalid-input",
        `driver ${i + 1} needs ${y.length} finite figures, one beside each of the series; found ${x.filter(Number.isFinite).length} of ${x.length}`,
      );
  });
}

/**
 * The drivers as they are, and the level that a constant of the differenced series adds up to, x(t) = 1 + Σ δⱼ x(t−j):
 * the regressors of y itself. `ahead` periods more; a driver is NaN there.
 */
export function regressorLevels(data: ArimaData, ahead = 0): Float64Array[] {
  const { delta, drivers, order } = data;
  const length = data.y.length + ahead;
  const levels = drivers.map((x) => {
    const longer = new Float64Array(length).fill(Number.NaN);
    longer.set(x);
    return longer;
  });
  if (order.constant) {
    const one = new Float64Array(length);
    for (let t = 0; t < length; t++) {
      let v = 1;
      for (let j = 1; j < delta.length && j <= t; j++) v += delta[j]! * one[t - j]!;
      one[t] = v;
    }
    levels.push(one);
  }
  return levels;
}

/** The data left when drivers and constant have the given effects: neither is estimated any more. */
export function withoutRegressors(data: ArimaData, effects: ArrayLike<number>): ArimaData {
  const x = regressorLevels(data);
  const y = data.y.map((v, t) => v - x.reduce((sum, column, i) => sum + effects[i]! * column[t]!, 0));
  return arimaData(y, { ...data.order, constant: false });
}

/** Gaps filled along the straight line between their neighbours, those at an end with the nearest figure. */
export function bridged(y: Float64Array): Float64Array {
  const filled = y.slice();
  const first = y.findIndex((v) => !Number.isNaN(v));
  if (first < 0) return filled.fill(0);
  filled.fill(y[first]!, 0, first);
  let before = first;
  for (let t = first + 1; t < y.length; t++) {
    if (Number.isNaN(y[t]!)) continue;
    for (let i = before + 1; i < t; i++)
      filled[i] = y[before]! + ((y[t]! - y[before]!) * (i - before)) / (t - before);
    before = t;
  }
  return filled.fill(y[before]!, before + 1);
}
