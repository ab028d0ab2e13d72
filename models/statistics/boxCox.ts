/**
 * Box–Cox transformation with the sign kept, so that λ > 0 takes any figure.
 *   λ = 0: log y;  else (sign(y)|y|^λ − 1)/λ
 * NaN where there is no value: y ≤ 0 for λ ≤ 0. Box & Cox (1964), JRSS B 26; Bickel & Doksum (1981), JASA 76.
 */
export function boxCox(y: number, lambda: number): number {
  if (lambda === 0) return y > 0 ? Math.log(y) : Number.NaN;
  if (lambda < 0 && !(y > 0)) return Number.NaN;
  return (Math.sign(y) * Math.abs(y) ** lambda - 1) / lambda;
}

/**
 * The way back: λ = 0: eˣ;  else sign(λx + 1)|λx + 1|^{1/λ}.  NaN beyond the range of the transformation: λ < 0 and
 * x ≥ −1/λ.
 */
export function boxCoxInverse(x: number, lambda: number): number {
  if (lambda === 0) return Math.exp(x);
  const base = lambda * x + 1;
  if (lambda < 0 && !(base > 0)) return Number.NaN;
  return Math.sign(base) * Math.abs(base) ** (1 / lambda);
}

/**
 * The mean of what a normal x with mean m and variance s² becomes, to second order in s:
 *   g(m) (1 + ½ s² (1 − λ)/(λm + 1)²),  g the way back
 * Guerrero (1993), Journal of Forecasting 12; Hyndman & Athanasopoulos, 3rd ed., §5.6. For λ = 0 the exact mean is
 * exp(m + s²/2), of which this keeps the first two terms.
 */
export function boxCoxMean(m: number, s: number, lambda: number): number {
  return boxCoxInverse(m, lambda) * (1 + (0.5 * s * s * (1 - lambda)) / (lambda * m + 1) ** 2);
}
