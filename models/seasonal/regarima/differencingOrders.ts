import { type ArimaOrder, differenced, differencePolynomial } from "../../arima/arimaOrder.ts";
import { unitRoots } from "./arRoots.ts";
import { fitRegarima, regressionCovariance } from "./fitRegarima.ts";
import { hannanRissanen } from "./hannanRissanen.ts";
import { regarimaData } from "./regarimaData.ts";

export interface DifferencingLimits {
  d: number;
  D: number;
}

/** Roots of the first autoregression within this count as unit roots. */
const FIRST_LIMIT = 1 / 0.96;
/** Distance of a later AR(1) coefficient from 1, and of a seasonal one, that still counts as a unit root. */
const NEAR = 1.005 - 0.88 + (0.88 - 0.869);
const NEAR_SEASONAL = 0.19;
/** An AR coefficient nearer than this to its MA counterpart cancels it and says nothing. */
const CANCEL = 0.1;
const LAST_ROUND = 7;

/**
 * Orders of differencing of a linearised series by unit roots of estimated models: first AR(2) × SAR(1) on the levels, roots
 * with 1/|z| ≥ 0.96; then ARMA(1,1)(1,1)s on the differences so far, until no AR coefficient is within 0.136 (seasonal: 0.19)
 * of 1 without an MA term that cancels it. One difference at a time after the first round.
 * Estimates: Hannan and Rissanen's, exact maximum likelihood where these are not stationary.
 * Gómez & Maravall (2001), Automatic modeling methods for univariate series, in A Course in Time Series Analysis, §7.3, with
 * the limits of X-13ARIMA-SEATS.
 */
export function differencingOrders(y: Float64Array, m: number, most: DifferencingLimits): DifferencingLimits {
  const seasonal = m > 1;
  const first = autoregression(y, m);
  let d = Math.min(first.plain, most.d);
  let D = Math.min(first.seasonal, most.D, seasonal ? 1 : 0);
  let cancel = CANCEL;
  let exact = false;
  for (let round = 2; round <= LAST_ROUND; round++) {
    const order: ArimaOrder = {
      p: 1,
      d,
      q: 1,
      P: seasonal ? 1 : 0,
      D,
      Q: seasonal ? 1 : 0,
      m,
      constant: false,
    };
    const { phi, theta, phiS, thetaS } = oneEach(y, order, exact || (d + D === 0 && round > 2));
    cancel -= 0.002;
    exact = false;
    let more = false;
    let moreSeasonal = false;
    if (Math.abs(1 - phi) <= NEAR) {
      if (phi > 1.02) exact = true;
      else more = Math.abs(phi - theta) > cancel;
    } else if (Math.abs(phi) > 1.12) exact = true;
    if (seasonal) {
      if (Math.abs(1 - phiS) <= NEAR_SEASONAL) {
        if (phiS > 1.02) exact = true;
        else moreSeasonal = Math.abs(phiS - thetaS) > cancel && D === 0;
      } else if (Math.abs(phiS) > 1.12) exact = true;
    }
    if (round === 2 && d + D === 0 && !more && !moreSeasonal) {
      // The first autoregression came near a unit root and the second hides it behind its MA terms.
      const hidden =
        Math.abs(phi - theta) <= cancel ||
        (seasonal && Math.abs(phiS - thetaS) <= cancel) ||
        Math.abs(1 - phi) <= 0.15 ||
        (seasonal && Math.abs(1 - phiS) <= 0.16);
      if (hidden && Math.max(first.nextPlain, first.nextSeasonal) >= 0.9) {
        if (first.nextPlain > first.nextSeasonal) more = true;
        else moreSeasonal = true;
      }
    }
    if (more && moreSeasonal) {
      if (first.nextPlain > first.nextSeasonal) moreSeasonal = false;
      else more = false;
    }
    if (more && d < most.d) d++;
    else more = false;
    if (moreSeasonal && D < most.D) D++;
    else moreSeasonal = false;
    if (!more && !moreSeasonal && !exact) break;
  }
  return { d, D };
}

function demeaned(x: Float64Array): Float64Array {
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return x.map((v) => v - mean);
}

function autoregression(y: Float64Array, m: number): ReturnType<typeof unitRoots> {
  const order: ArimaOrder = { p: 2, d: 0, q: 0, P: m > 1 ? 1 : 0, D: 0, Q: 0, m, constant: false };
  const x = demeaned(y);
  const quick = hannanRissanen(x, order);
  const roots = quick && unitRoots(quick, FIRST_LIMIT);
  if (roots?.stationary) return roots;
  return unitRoots(fitRegarima(regarimaData(x, order, []), { rough: true }).arma, FIRST_LIMIT);
}

function oneEach(
  y: Float64Array,
  order: ArimaOrder,
  exact: boolean,
): { phi: number; theta: number; phiS: number; thetaS: number } {
  const x = demeaned(differenced(y, differencePolynomial(order)));
  const plain = { ...order, d: 0, D: 0 };
  const quick = exact ? null : hannanRissanen(x, plain);
  const { ar, ma, seasonalAr, seasonalMa } =
    quick ?? fitRegarima(regarimaData(x, plain, []), { rough: true }).arma;
  // Box and Jenkins' sign, so that equal coefficients cancel.
  return { phi: ar[0]!, theta: -ma[0]!, phiS: seasonalAr[0] ?? 0, thetaS: -(seasonalMa[0] ?? 0) };
}

/**
 * Whether a series differenced d and D times has a mean: |t| of the constant of ARMA(1,1)(1,1)s, or of the plain mean where
 * nothing is differenced, against limits that rise with the length of the series as TRAMO's do.
 */
export function hasMean(y: Float64Array, m: number, { d, D }: DifferencingLimits): boolean {
  const n = y.length;
  if (d + D === 0) {
    const mean = y.reduce((s, v) => s + v, 0) / n;
    const sd = Math.sqrt(y.reduce((s, v) => s + (v - mean) ** 2, 0) / (n - 1));
    return Math.abs((Math.sqrt(n) * mean) / sd) >= (n <= 80 ? 1.96 : n <= 200 ? 2 : 2.55);
  }
  const one = m > 1 ? 1 : 0;
  const order: ArimaOrder = { p: 1, d, q: 1, P: one, D, Q: one, m, constant: true };
  const fit = fitRegarima(regarimaData(y, order, []), { rough: true });
  const t = fit.coefficients[0]! / Math.sqrt(regressionCovariance(fit)[0]!);
  const limit = n <= 80 ? 1.96 : n <= 155 ? 1.98 : n <= 230 ? 2.1 : n <= 350 ? 2.3 : 2.5;
  return Math.abs(t) >= limit;
}
