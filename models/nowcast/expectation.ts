/**
 * Sums over months of the second moments of an idiosyncratic part that lives in the state and of the k factors that its
 * series loads on, "0" for month t and "1" for t − 1; "s" for the very first month, where the part is stationary.
 *   pairs, ee00, ee01, ee11, eeS, then k each of e0f0, e0f1, e1f0, e1f1, eSfS, then k × k each of f0f0, f0f1, f1f1, fSfS
 */
export interface PartMoments {
  readonly k: number;
  readonly sums: Float64Array;
}

/** What the M-step needs of the smoothed states. Factor lags are in order: lag l of factor r is entry l·K + r. */
export interface Expectation {
  logLikelihood: number;
  /** Smoothed factors at each window, windows × KL. */
  readonly mean: Float64Array;
  /** Their covariances, windows × KL × KL. */
  readonly covariance: Float64Array;
  /** By series; null where the idiosyncratic part has no state. */
  readonly parts: readonly (PartMoments | null)[];
}
