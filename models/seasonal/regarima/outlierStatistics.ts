import { armaPolynomials, differenced } from "../../arima/arimaOrder.ts";
import { type InnovationsPlan, innovations, innovationsPlan } from "../../arima/innovations.ts";
import type { RegarimaFit } from "./fitRegarima.ts";
import { temporaryRate } from "./interventions.ts";
import type { OutlierKind } from "./regressor.ts";
import { sampleShocks } from "./sampleShocks.ts";

/** t of one candidate: NaN where other regressors leave nothing of it. */
export interface OutlierStatistic {
  kind: OutlierKind;
  /** Position in the series. */
  at: number;
  t: number;
}

/** A candidate whose part of its own is below this share is not testable. */
const NOTHING_LEFT = 1e-8;

/**
 * t of adding each candidate to a fitted model, its ARMA coefficients held:
 *   t = c̃ᵀr / (s √(c̃ᵀM c̃)),   c̃ = L⁻¹δ(B)c,  r the whitened residuals,  M the projection off the whitened regressors,
 *   s = median |a| / 0.6745 of the sample’s shocks, which outliers do not inflate
 * Additive outliers are whitened once each; a level shift is minus the sum of those before it and a temporary change the
 * decaying sum of those from it on, so that all kinds cost O(n²). Chang, Tiao & Chen (1988), Technometrics 30; Otto & Bell
 * (1990); X-13ARIMA-SEATS Reference Manual, §7.11.
 */
export function outlierStatistics(
  fit: RegarimaFit,
  kinds: readonly OutlierKind[],
  tested: (kind: OutlierKind, at: number) => boolean,
  tcRate = temporaryRate(fit.data.order.m),
  room: OutlierRoom = outlierRoom(fit),
): OutlierStatistic[] {
  const { data } = fit;
  const n = data.levels.length;
  const { impulses, plan, column } = room;
  const arma = armaPolynomials(data.order, fit.arma);
  innovations(arma, impulses, false, plan);
  const additive = plan.standardised;
  const basis =
    data.differencedColumns.length > 0
      ? orthonormal(innovations(arma, data.differencedColumns)!.standardised)
      : [];
  const r = fit.residuals;
  const scale = robustScale(sampleShocks(fit));
  const out: OutlierStatistic[] = [];
  const test = (kind: OutlierKind, at: number, c: Float64Array): void => {
    if (!tested(kind, at)) return;
    let square = dot(c, c);
    const whole = square;
    for (const q of basis) square -= dot(c, q) ** 2;
    const t = square > NOTHING_LEFT * whole ? dot(c, r) / (scale * Math.sqrt(square)) : Number.NaN;
    out.push({ kind, at, t });
  };
  if (kinds.includes("ao")) for (let at = 0; at < n; at++) test("ao", at, additive[at]!);
  if (kinds.includes("ls")) {
    column.fill(0);
    for (let at = 0; at < n; at++) {
      if (at > 0) addTo(column, 1, additive[at - 1]!, -1);
      test("ls", at, column);
    }
  }
  if (kinds.includes("tc")) {
    column.fill(0);
    for (let at = n - 1; at >= 0; at--) {
      addTo(column, tcRate, additive[at]!, 1);
      test("tc", at, column);
    }
  }
  return out;
}

/** The arrays of a search over one series and order, used again at each pass. */
export interface OutlierRoom {
  /** Differenced additive outliers, one at each figure. */
  impulses: readonly Float64Array[];
  plan: InnovationsPlan;
  column: Float64Array;
}

export function outlierRoom({ data, arma }: RegarimaFit): OutlierRoom {
  const n = data.levels.length;
  const impulses = Array.from({ length: n }, (_, at) => {
    const c = new Float64Array(n);
    c[at] = 1;
    return differenced(c, data.delta);
  });
  const plan = innovationsPlan(armaPolynomials(data.order, arma), impulses);
  return { impulses, plan, column: new Float64Array(data.w.length) };
}

/** c ← a c + b x */
function addTo(c: Float64Array, a: number, x: Float64Array, b: number): void {
  for (let t = 0; t < c.length; t++) c[t] = a * c[t]! + b * x[t]!;
}

/** Median |r| / 0.6745: σ of a normal sample, untouched by outliers. */
export function robustScale(r: Float64Array): number {
  const a = r.map(Math.abs).sort();
  const h = a.length >> 1;
  return (a.length % 2 === 1 ? a[h]! : (a[h - 1]! + a[h]!) / 2) / 0.6745;
}

/** Orthonormal basis of the columns, dependent ones left out (modified Gram–Schmidt). */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const c = column.slice();
    const whole = dot(c, c);
    for (const q of basis) {
      const share = dot(c, q);
      for (let t = 0; t < c.length; t++) c[t] = c[t]! - share * q[t]!;
    }
    const left = dot(c, c);
    if (left > 1e-11 * whole && left > 0) basis.push(c.map((v) => v / Math.sqrt(left)));
  }
  return basis;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
