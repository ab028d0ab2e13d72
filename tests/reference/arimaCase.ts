import { type ArimaData, arimaData } from "../../models/arima/arimaData.ts";
import type { ArimaOrder, ArmaCoefficients } from "../../models/arima/arimaOrder.ts";
import type { ReferenceCase } from "./case.ts";

/** What the cases of the ARIMA family share: the series, its order and R's named coefficients. */
export interface ArimaCase {
  y: Float64Array;
  m: number;
  order: ArimaOrder;
  drivers: readonly Float64Array[];
  future: readonly Float64Array[];
  horizon: number;
}

type Cell = number | null;

export const numbers = (values: unknown): Float64Array =>
  Float64Array.from(values as Cell[], (v) => v ?? Number.NaN);

/** R writes a vector of one as [x] or as x. */
export function first(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** Rows of a matrix (or a plain vector) as columns. */
export function columns(rows: unknown): Float64Array[] {
  if (!Array.isArray(rows) || rows.length === 0) return [];
  if (!Array.isArray(rows[0])) return [numbers(rows)];
  return (rows[0] as Cell[]).map((_, j) => numbers((rows as Cell[][]).map((row) => row[j]!)));
}

export function readArima(c: ReferenceCase): ArimaCase {
  const { params, input } = c;
  const [p, d, q] = (params.order as number[] | undefined) ?? [0, 0, 0];
  const seasonal = (params.seasonal_order ?? params.seasonal) as number[] | undefined;
  const [P = 0, D = 0, Q = 0, s] = Array.isArray(seasonal) ? seasonal : [];
  const m = Math.max(1, s || (first(params.period) as number | undefined) || (input.frequency as number));
  const mean = first(params.include_mean ?? params["include.mean"]) !== false && d! + D === 0;
  return {
    y: numbers(input.values),
    m,
    order: { p: p!, d: d!, q: q!, P, D, Q, m, constant: mean },
    drivers: columns(input.xreg ?? input.exog),
    future: columns(input.newxreg ?? input.future_exog),
    horizon: (first(params.h) as number | undefined) ?? 0,
  };
}

/** R's coefficients by name: ar1 …, ma1 …, sar1 …, sma1 …, intercept, then the regressors in their order. */
export function namedCoefficients(
  named: Record<string, number>,
  order: ArimaOrder,
): { arma: ArmaCoefficients; effects: Float64Array } {
  const block = (name: string, n: number) =>
    Float64Array.from({ length: n }, (_, i) => named[`${name}${i + 1}`]!);
  const others = Object.keys(named).filter((k) => !/^(ar|ma|sar|sma)\d+$/.test(k) && k !== "intercept");
  const effects = others.map((k) => named[k]!);
  if (order.constant) effects.push(named.intercept ?? 0);
  return {
    arma: {
      ar: block("ar", order.p),
      ma: block("ma", order.q),
      seasonalAr: block("sar", order.P),
      seasonalMa: block("sma", order.Q),
    },
    effects: Float64Array.from(effects),
  };
}

/** In R's order: ARMA, intercept, regressors; ours ends with the constant. */
export function inOrderOfR(ours: ArrayLike<number>, order: ArimaOrder): number[] {
  const all = Array.from(ours);
  if (!order.constant) return all;
  const arma = order.p + order.q + order.P + order.Q;
  return [...all.slice(0, arma), all.at(-1)!, ...all.slice(arma, -1)];
}

/** Coefficients with the gaps' places (left at 0, as the filter passes over gaps) before the effects. */
export function withGaps(data: ArimaData, effects: Float64Array): Float64Array {
  const all = new Float64Array(data.gaps.length + effects.length);
  all.set(effects, data.gaps.length);
  return all;
}

export const dataOf = (c: ArimaCase): ArimaData => arimaData(c.y, c.order, c.drivers);
