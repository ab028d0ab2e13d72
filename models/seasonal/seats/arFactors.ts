import type { ArimaOrder, ArmaCoefficients } from "../../arima/arimaOrder.ts";
import { type Complex, polynomialRoots } from "../../statistics/polynomialRoots.ts";
import { times } from "./symmetric.ts";

/** The autoregressive side of a component: unit roots δ and stationary roots φ, as 1 − … polynomials in B. */
export interface ComponentAr {
  delta: Float64Array;
  phi: Float64Array;
}

export interface ArFactors {
  trend: ComponentAr;
  seasonal: ComponentAr;
  transitory: ComponentAr;
}

/** Roots with a smaller 1/|z| are short memory: of the transitory component whatever their frequency. */
const LEAST_MODULUS = 0.8;
/** Degrees from a seasonal frequency within which a root is seasonal. */
const NEAR_SEASONAL = 2;

/**
 * Whose root is whose: (1 − B)^{d+D} and positive real roots belong to the trend, (1 + B + … + B^{s−1})ᴰ and roots at seasonal
 * frequencies to the season, the others (and all with 1/|z| < 0.8) to the transitory component. A seasonal factor 1 − ΦBˢ has
 * one root in the trend and s − 1 in the season. Maravall & Planas (1999); Gómez & Maravall (2001), Seasonal adjustment and
 * signal extraction in economic time series, §8.5.
 */
export function arFactors({ m, d, D }: ArimaOrder, { ar, seasonalAr }: ArmaCoefficients): ArFactors {
  const roots: Record<keyof ArFactors, Complex[]> = { trend: [], seasonal: [], transitory: [] };
  const place = (inverse: Complex): void => {
    const modulus = Math.hypot(inverse.re, inverse.im);
    const angle = (Math.abs(Math.atan2(inverse.im, inverse.re)) * 180) / Math.PI;
    if (modulus < LEAST_MODULUS) roots.transitory.push(inverse);
    else if (angle < NEAR_SEASONAL) roots.trend.push(inverse);
    else if (m > 1 && nearSeasonal(angle, m)) roots.seasonal.push(inverse);
    else roots.transitory.push(inverse);
  };
  for (const z of polynomialRoots([1, ...ar.map((v) => -v)])) place(reciprocal(z));
  for (const z of polynomialRoots([1, ...seasonalAr.map((v) => -v)])) {
    const { re, im } = reciprocal(z);
    const modulus = Math.hypot(re, im) ** (1 / m);
    const angle = Math.atan2(im, re) / m;
    for (let k = 0; k < m; k++) {
      const a = angle + (2 * Math.PI * k) / m;
      place({ re: modulus * Math.cos(a), im: modulus * Math.sin(a) });
    }
  }
  let unit: Float64Array = Float64Array.of(1);
  for (let i = 0; i < d + D; i++) unit = times(unit, [1, -1]);
  let season: Float64Array = Float64Array.of(1);
  for (let i = 0; i < D; i++) season = times(season, new Float64Array(m).fill(1));
  return {
    trend: { delta: unit, phi: fromInverseRoots(roots.trend) },
    seasonal: { delta: season, phi: fromInverseRoots(roots.seasonal) },
    transitory: { delta: Float64Array.of(1), phi: fromInverseRoots(roots.transitory) },
  };
}

const reciprocal = ({ re, im }: Complex): Complex => {
  const square = re * re + im * im;
  return { re: re / square, im: -im / square };
};

function nearSeasonal(angle: number, m: number): boolean {
  const step = 360 / m;
  const nearest = Math.round(angle / step);
  return nearest >= 1 && Math.abs(angle - nearest * step) <= NEAR_SEASONAL;
}

/** Π(1 − rB) over inverse roots r, which come in conjugate pairs: the imaginary parts cancel. */
function fromInverseRoots(roots: readonly Complex[]): Float64Array {
  let re: Float64Array = Float64Array.of(1);
  let im: Float64Array = Float64Array.of(0);
  for (const r of roots) {
    const factorRe = [1, -r.re];
    const factorIm = [0, -r.im];
    const a = times(re, factorRe);
    const b = times(im, factorIm);
    const c = times(re, factorIm);
    const e = times(im, factorRe);
    re = a.map((v, i) => v - b[i]!);
    im = c.map((v, i) => v + e[i]!);
  }
  return re;
}
