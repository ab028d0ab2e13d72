import type { Span } from "./span.ts";

/**
 * Columns of interventions at a slot t₀. Levels are measured against the end of the series, so that adjusting for them
 * leaves the latest level where it stands (X-13ARIMA-SEATS Reference Manual, table 4.1).
 */

/** Additive outlier: 1 at t₀. */
export const additiveOutlier = (span: Span, at: number): Float64Array =>
  Float64Array.from({ length: span.count }, (_, i) => (span.first + i === at ? 1 : 0));

/** Level shift: −1 before t₀, 0 from t₀ on. */
export const levelShift = (span: Span, at: number): Float64Array =>
  Float64Array.from({ length: span.count }, (_, i) => (span.first + i < at ? -1 : 0));

/** Temporary change: αᵏ, k = t − t₀ ≥ 0. */
export const temporaryChange = (span: Span, at: number, rate = temporaryRate(span.period)): Float64Array =>
  Float64Array.from({ length: span.count }, (_, i) =>
    span.first + i < at ? 0 : rate ** (span.first + i - at),
  );

/** Decay of a temporary change a period: 0.7 a month, as much a year at other frequencies: 0.7^(12/s). */
export const temporaryRate = (period: number): number => 0.7 ** (12 / period);

/** Seasonal outlier: before t₀ 1 in its calendar period and −1/(s−1) in the others, 0 from t₀ on. */
export const seasonalOutlier = (span: Span, at: number): Float64Array =>
  Float64Array.from({ length: span.count }, (_, i) => {
    const t = span.first + i;
    if (t >= at) return 0;
    return (at - t) % span.period === 0 ? 1 : -1 / (span.period - 1);
  });

/** Ramp: −(t₁ − t₀) up to t₀, t − t₁ between, 0 from t₁ on. */
export const ramp = (span: Span, from: number, to: number): Float64Array =>
  Float64Array.from({ length: span.count }, (_, i) => Math.min(0, Math.max(from, span.first + i) - to));

/** Fixed seasonal effects: s − 1 contrasts of each calendar period against the last. */
export const seasonalDummies = (span: Span): Float64Array[] =>
  Array.from({ length: span.period - 1 }, (_, j) =>
    Float64Array.from({ length: span.count }, (_v, i) => {
      const index = (((span.first + i) % span.period) + span.period) % span.period;
      return index === j ? 1 : index === span.period - 1 ? -1 : 0;
    }),
  );
