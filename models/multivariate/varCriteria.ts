export interface VarCriteria {
  aic: number;
  /** Hannan & Quinn. */
  hqic: number;
  /** Schwarz. */
  bic: number;
  /** Akaike's final prediction error. */
  fpe: number;
}

/**
 * Information criteria per observation, of T observations of n series with k regressors in each equation:
 *   AIC = log det Σ̃ + 2 nk/T,  HQ = log det Σ̃ + 2 log log T · nk/T,  SC = log det Σ̃ + log T · nk/T
 *   FPE = ((T + k)/(T − k))ⁿ det Σ̃
 * The convention of both vars and statsmodels; AIC from a whole likelihood is T · AIC + nT (log 2π + 1).
 * Lütkepohl (2005), §4.3.
 */
export function varCriteria(logDetMl: number, T: number, n: number, k: number): VarCriteria {
  const share = (n * k) / T;
  return {
    aic: logDetMl + 2 * share,
    hqic: logDetMl + 2 * Math.log(Math.log(T)) * share,
    bic: logDetMl + Math.log(T) * share,
    fpe: ((T + k) / (T - k)) ** n * Math.exp(logDetMl),
  };
}
