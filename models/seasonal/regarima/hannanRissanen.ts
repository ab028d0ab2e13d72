import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { armaPolynomials } from "../../arima/arimaOrder.ts";
import { laggedProduct } from "../../statistics/laggedProduct.ts";
import { whitenedFit } from "./whitened.ts";

/**
 * Hannan and Rissanen's estimates of a stationary seasonal ARMA model by least squares, differences taken before:
 *   1. a long autoregression by Levinson and Durbin's recursion gives shocks â
 *   2. x(t) on x and â at the lags of both factors and of their products; products' coefficients are not restricted
 *   3. with AR and MA terms the MA coefficients anew from x filtered by the AR part
 * Signs as in `ArmaCoefficients`. The coefficients may lie outside the stationary region: that is what a test for unit roots
 * looks at. null where the regressors are collinear.
 * Hannan & Rissanen (1982), Biometrika 69; Gómez & Maravall (2001), Automatic modeling methods for univariate series.
 */
export function hannanRissanen(x: Float64Array, order: ArimaOrder): ArmaCoefficients | null {
  const first = step(x, order);
  const { p, q, P, Q } = order;
  if (!first || p + P === 0 || q + Q === 0) return first;
  const { phi, arLags } = armaPolynomials(order, first);
  const filtered = Float64Array.from({ length: x.length - arLags }, (_, t) => {
    let v = x[t + arLags]!;
    for (let i = 1; i <= arLags; i++) v -= phi[i]! * x[t + arLags - i]!;
    return v;
  });
  const second = step(filtered, { ...order, p: 0, P: 0 });
  return second && { ...first, ma: second.ma, seasonalMa: second.seasonalMa };
}

function step(x: Float64Array, { p, q, P, Q, m }: ArimaOrder): ArmaCoefficients | null {
  const n = x.length;
  const maLags = q + m * Q;
  const arLags = p + m * P;
  const shocks = maLags > 0 ? longAutoregression(x, Math.max(arLags, 2 * maLags)) : x;
  const from = Math.max(arLags, maLags);
  const y = x.subarray(from);
  const lagged = (of: Float64Array, lag: number) => of.subarray(from - lag, n - lag);
  const columns = [
    ...lagsOf(p, P, m).map((l) => lagged(x, l)),
    ...lagsOf(q, Q, m).map((l) => lagged(shocks, l)),
  ];
  if (y.length < columns.length + 2) return null;
  const fit = whitenedFit(y, columns);
  if (fit.dependent.length > 0) return null;
  const b = fit.coefficients;
  const ma = (p + 1) * (P + 1) - 1;
  return {
    ar: b.slice(0, p),
    ma: b.slice(ma, ma + q),
    seasonalAr: Float64Array.from({ length: P }, (_, j) => b[p + j * (p + 1)]!),
    seasonalMa: Float64Array.from({ length: Q }, (_, j) => b[ma + q + j * (q + 1)]!),
  };
}

/** 1 … p, then m, m + 1 … m + p, 2m …: the factors' lags and those of their products. */
function lagsOf(plain: number, seasonal: number, m: number): number[] {
  const lags = Array.from({ length: plain }, (_, i) => i + 1);
  for (let j = 1; j <= seasonal; j++) for (let i = 0; i <= plain; i++) lags.push(j * m + i);
  return lags;
}

/** Shocks of an autoregression of order (log n)², at least `least`, at most 50. */
function longAutoregression(x: Float64Array, least: number): Float64Array {
  const n = x.length;
  const wanted = Math.max(Math.floor(Math.log(n) ** 2), least);
  const order = Math.min(50, wanted >= n ? Math.min(wanted, n - (n >> 2)) : wanted);
  const r = Float64Array.from({ length: order + 1 }, (_, k) => laggedProduct(x, k));
  const a = new Float64Array(order + 1);
  const before = new Float64Array(order + 1);
  let v = r[0]!;
  for (let k = 1; k <= order && v > 0; k++) {
    let c = r[k]!;
    for (let j = 1; j < k; j++) c -= a[j]! * r[k - j]!;
    c /= v;
    before.set(a);
    for (let j = 1; j < k; j++) a[j] = before[j]! - c * before[k - j]!;
    a[k] = c;
    v *= 1 - c * c;
  }
  return Float64Array.from(x, (value, t) => {
    let e = value;
    for (let j = 1; j <= Math.min(t, order); j++) e -= a[j]! * x[t - j]!;
    return e;
  });
}
