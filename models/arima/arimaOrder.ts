/** ARIMA(p,d,q)(P,D,Q)m, with or without a constant: the mean of the differenced series. */
export interface ArimaOrder {
  p: number;
  d: number;
  q: number;
  P: number;
  D: number;
  Q: number;
  /** Periods in a season; 1 without season. */
  m: number;
  constant: boolean;
}

/** The order in the usual notation. */
export function orderName({ p, d, q, P, D, Q, m, constant }: ArimaOrder): string {
  const seasonal = P + D + Q > 0 ? `(${P},${D},${Q})${m}` : "";
  return `ARIMA(${p},${d},${q})${seasonal}${constant ? "+c" : ""}`;
}

/** Coefficients in R's signs: w(t) = φ w(t−1) + … + e(t) + θ e(t−1) + …; seasonal ones multiply. */
export interface ArmaCoefficients {
  ar: Float64Array;
  ma: Float64Array;
  seasonalAr: Float64Array;
  seasonalMa: Float64Array;
}

/** φ[1…] and θ[0…] (θ₀ = 1) of the multiplied-out polynomials, both of length r + 1, r = max(p + mP, q + mQ + 1). */
export interface ArmaPolynomials {
  phi: Float64Array;
  theta: Float64Array;
  /** Highest lags in use. */
  arLags: number;
  maLags: number;
  r: number;
}

/** Room for the polynomials of an order. */
export function emptyPolynomials({ p, q, P, Q, m }: ArimaOrder): ArmaPolynomials {
  const arLags = p + m * P;
  const maLags = q + m * Q;
  const r = Math.max(arLags, maLags + 1);
  return { phi: new Float64Array(r + 1), theta: new Float64Array(r + 1), arLags, maLags, r };
}

/** Multiplies (1 − Σ φᵢBⁱ)(1 − Σ ΦⱼB^{mj}) and (1 + Σ θᵢBⁱ)(1 + Σ ΘⱼB^{mj}) out. */
export function armaPolynomials(
  order: ArimaOrder,
  c: ArmaCoefficients,
  into: ArmaPolynomials = emptyPolynomials(order),
): ArmaPolynomials {
  const { p, q, P, Q, m } = order;
  const { phi, theta } = into;
  phi.fill(0);
  theta.fill(0);
  for (let i = 1; i <= p; i++) phi[i]! += c.ar[i - 1]!;
  for (let j = 1; j <= P; j++) {
    phi[j * m]! += c.seasonalAr[j - 1]!;
    for (let i = 1; i <= p; i++) phi[j * m + i]! -= c.seasonalAr[j - 1]! * c.ar[i - 1]!;
  }
  theta[0] = 1;
  for (let i = 1; i <= q; i++) theta[i]! += c.ma[i - 1]!;
  for (let j = 1; j <= Q; j++) {
    theta[j * m]! += c.seasonalMa[j - 1]!;
    for (let i = 1; i <= q; i++) theta[j * m + i]! += c.seasonalMa[j - 1]! * c.ma[i - 1]!;
  }
  return into;
}

/** δ[1…] of 1 − Σ δⱼBʲ = (1 − B)ᵈ(1 − Bᵐ)ᴰ: y(t) = w(t) + Σ δⱼ y(t−j). */
export function differencePolynomial({ d, D, m }: Pick<ArimaOrder, "d" | "D" | "m">): Float64Array {
  let c = Float64Array.of(1);
  const times = (lag: number) => {
    const next = new Float64Array(c.length + lag);
    for (let i = 0; i < c.length; i++) {
      next[i]! += c[i]!;
      next[i + lag]! -= c[i]!;
    }
    c = next;
  };
  for (let i = 0; i < d; i++) times(1);
  for (let i = 0; i < D; i++) times(m);
  return c.map((v, i) => (i === 0 ? 0 : -v));
}

/** w(t) = y(t) − Σ δⱼ y(t−j), from the first t that has all lags. */
export function differenced(y: Float64Array, delta: Float64Array): Float64Array {
  const lags = delta.length - 1;
  const w = new Float64Array(Math.max(0, y.length - lags));
  for (let t = 0; t < w.length; t++) {
    let sum = y[t + lags]!;
    for (let j = 1; j <= lags; j++) if (delta[j] !== 0) sum -= delta[j]! * y[t + lags - j]!;
    w[t] = sum;
  }
  return w;
}
