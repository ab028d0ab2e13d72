import { choleskyInPlace } from "../statistics/matrix/cholesky.ts";
import { type MeasurementRow, rowWeights, shareOf, sharesTo } from "./measurementRow.ts";

/**
 * One figure as a linear reading of x:  Σ_d data_d z(t−lag−d) = Σ_l weights_l x(t−lag−l).
 * A running total whose predecessor in the year is known becomes the span since then,
 *   (S_m z_m − S_m′ z_m′) / (S_m − S_m′) = Σ_{m′<j≤m} s_j x_j / (S_m − S_m′),
 * an invertible change of the data, so that readings of one series never overlap; `logJacobian` is log |∂reading/∂z|.
 */
export interface Reading {
  /** What the reading is, lag apart: equal keys, equal readings. */
  readonly key: string;
  readonly lag: number;
  readonly data: readonly { lag: number; coefficient: number }[];
  readonly weights: readonly number[];
  readonly logJacobian: number;
}

/** The reading of a row in a month (slot), `known` months after the last figure of the same year (null: none). */
export function readingOf(row: MeasurementRow, slot: number, known: number | null): Reading | null {
  const month = slot % 12;
  if (row.kind === "year-to-date" && known !== null && known <= month) {
    const upTo = sharesTo(row, month);
    const before = sharesTo(row, month - known);
    const span = upTo - before;
    const weights = Array.from({ length: known }, (_, l) => shareOf(row, month - l) / span);
    return {
      key: `${weights.join(",")};${upTo / span}`,
      lag: 0,
      data: [
        { lag: 0, coefficient: upTo / span },
        { lag: known, coefficient: -before / span },
      ],
      weights,
      logJacobian: Math.log(upTo / span),
    };
  }
  const weights = rowWeights(row, slot);
  return (
    weights && { key: weights.join(","), lag: 0, data: [{ lag: 0, coefficient: 1 }], weights, logJacobian: 0 }
  );
}

/**
 * A figure and those of its series that whiten it: with AR(1) e, the part of reading 0 that readings 1, 2, … back to the
 * last single month do not tell is independent of all that came before. Bańbura & Modugno (2014) keep e as states;
 * this is the same likelihood without them.
 */
export interface ObservationPattern {
  readonly key: string;
  /** The figure itself first, then ever earlier ones. */
  readonly readings: readonly Reading[];
  /** Months back of the oldest x that any reading covers. */
  readonly reach: number;
  /** A single reading of a single month since any other: the quick case, gap months after the last. 0 otherwise. */
  readonly gap: number;
}

/** Equal keys, equal patterns. */
export function patternKey(readings: readonly Reading[]): string {
  let key = "";
  for (const r of readings) key += `${r.lag}:${r.key}|`;
  return key;
}

export function observationPattern(readings: readonly Reading[]): ObservationPattern {
  const points = readings.every((r) => r.weights.length === 1 && r.weights[0] === 1);
  return {
    key: patternKey(readings),
    readings,
    reach: Math.max(...readings.map((r) => r.lag + r.weights.length - 1)),
    gap: points && readings.length === 2 ? readings[1]!.lag : 0,
  };
}

/**
 * Coefficients c (c₀ = 1) and variance v, in units of σ², of the whitened reading Σ_j c_j u_j with
 *   Cov(u_a, u_b) = Σ_l Σ_k w_al w_bk ρ^|lag_a + l − lag_b − k| / (1 − ρ²);
 * after g months without a figure, of a plain month: c₁ = −ρ^g, v = (1 − ρ^2g)/(1 − ρ²).
 */
export function whiten(pattern: ObservationPattern, rho: number, c: Float64Array): number {
  c[0] = 1;
  const scale = 1 / (1 - rho * rho);
  if (pattern.gap > 0) {
    const r = rho ** pattern.gap;
    c[1] = -r;
    return (1 - r * r) * scale;
  }
  const { readings } = pattern;
  const n = readings.length;
  const covariance = (a: Reading, b: Reading): number => {
    let sum = 0;
    for (let l = 0; l < a.weights.length; l++)
      for (let k = 0; k < b.weights.length; k++)
        sum += a.weights[l]! * b.weights[k]! * rho ** Math.abs(a.lag + l - b.lag - k);
    return sum * scale;
  };
  const first = covariance(readings[0]!, readings[0]!);
  if (n === 1) return first;
  const m = n - 1;
  const among = new Float64Array(m * m);
  const b = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    b[i] = covariance(readings[0]!, readings[i + 1]!);
    for (let j = 0; j <= i; j++) among[i * m + j] = covariance(readings[i + 1]!, readings[j + 1]!);
  }
  choleskyInPlace(among, m);
  let explained = 0;
  for (let i = 0; i < m; i++) {
    let s = b[i]!;
    for (let k = 0; k < i; k++) s -= among[i * m + k]! * b[k]!;
    b[i] = s / among[i * m + i]!;
    explained += b[i]! ** 2;
  }
  for (let i = m - 1; i >= 0; i--) {
    let s = b[i]!;
    for (let k = i + 1; k < m; k++) s += among[k * m + i]! * c[k + 1]!;
    c[i + 1] = -s / among[i * m + i]!;
  }
  return first - explained;
}
