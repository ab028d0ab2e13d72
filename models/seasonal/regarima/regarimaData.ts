import { type ArimaOrder, differenced, differencePolynomial, orderName } from "../../arima/arimaOrder.ts";
import { AppError } from "../../errors.ts";

/** A transformed series and its regressors, made ready for one order of differencing. */
export interface RegarimaData {
  order: ArimaOrder;
  /** y with gaps bridged by straight lines: the gaps' columns take the bridge out again. */
  levels: Float64Array;
  gaps: readonly number[];
  /** Regressors in levels over the series and, where they are longer, beyond its end. */
  columns: readonly Float64Array[];
  delta: Float64Array;
  w: Float64Array;
  /** Differenced columns: gaps, then the constant, then the regressors. */
  differencedColumns: readonly Float64Array[];
}

/**
 * Differences y (NaN = gap) and its regressors by δ(B) = (1 − B)ᵈ(1 − Bˢ)ᴰ. The constant is 1 after differencing.
 * Throws not-enough-data where too little is left for the coefficients, invalid-input for a series that never moves.
 */
export function regarimaData(
  y: Float64Array,
  order: ArimaOrder,
  columns: readonly Float64Array[],
): RegarimaData {
  const gaps: number[] = [];
  for (let t = 0; t < y.length; t++) {
    if (Number.isNaN(y[t]!)) gaps.push(t);
    else if (!Number.isFinite(y[t]!))
      throw new AppError("invalid-input", `figure ${t + 1} of ${y.length} is not a finite number`);
  }
  const parameters = order.p + order.q + order.P + order.Q + columns.length + (order.constant ? 1 : 0) + 1;
  const lags = order.d + order.m * order.D;
  if (y.length - gaps.length - lags < parameters + 2)
    throw new AppError(
      "not-enough-data",
      `${orderName(order)} with ${columns.length} regressors needs ${parameters + 2 + lags} figures; found ${y.length - gaps.length}`,
    );
  const levels = bridged(y);
  const delta = differencePolynomial(order);
  const w = differenced(levels, delta);
  if (w.every((v) => Math.abs(v - w[0]!) <= 1e-13 * (1 + Math.abs(levels[0]!))))
    throw new AppError("invalid-input", `the series does not move after differencing by ${orderName(order)}`);
  const n = y.length;
  const differencedColumns = gaps.map((at) => {
    const column = new Float64Array(n);
    column[at] = 1;
    return differenced(column, delta);
  });
  if (order.constant) differencedColumns.push(new Float64Array(w.length).fill(1));
  for (const column of columns) differencedColumns.push(differenced(column.subarray(0, n), delta));
  return { order, levels, gaps, columns, delta, w, differencedColumns };
}

/** Gaps filled along the straight line between their neighbours, at the ends by the nearest figure. */
export function bridged(y: Float64Array): Float64Array {
  const filled = y.slice();
  let before = -1;
  for (let t = 0; t < y.length; t++) {
    if (Number.isNaN(y[t]!)) continue;
    for (let i = before + 1; i < t; i++)
      filled[i] = before < 0 ? y[t]! : y[before]! + ((y[t]! - y[before]!) * (i - before)) / (t - before);
    before = t;
  }
  if (before >= 0) filled.fill(y[before]!, before + 1);
  return filled;
}
