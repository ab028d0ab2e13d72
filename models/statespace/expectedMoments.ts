import { AppError } from "../errors.ts";
import type { Smoothed } from "./smoothStates.ts";

/** The sums over time that M-steps of the EM algorithm are made of. */
export interface ExpectedMoments {
  /** Σ_{t=2…n} E[α(t) α(t)′ | Y], m × m. */
  readonly S11: Float64Array;
  /** Σ_{t=2…n} E[α(t) α(t−1)′ | Y]. */
  readonly S10: Float64Array;
  /** Σ_{t=1…n−1} E[α(t) α(t)′ | Y]. */
  readonly S00: Float64Array;
  /** For each series, over the periods it is observed in: Σ E[α α′ | Y], p × m × m, */
  readonly observedStates: Float64Array;
  /** Σ y E[α | Y]′, p × m, */
  readonly products: Float64Array;
  /** Σ y², p, and how many they are. */
  readonly squares: Float64Array;
  readonly counts: Float64Array;
}

/**
 * Expected sums for EM, from a smoother run with `lagOne`:
 *   E[α(t) α(s)′ | Y] = α̂(t) α̂(s)′ + Cov[α(t), α(s) | Y]
 * The M-steps follow: T = S10 S00⁻¹, Var(Rη) = (S11 − T S10′)/(n−1);  z = products · observedStates⁻¹,
 * h = (squares − 2 z·products + z′ observedStates z)/count. y: n × p, NaN = missing.
 * Shumway & Stoffer (1982), Journal of Time Series Analysis 3; Durbin & Koopman, 2nd ed., §7.3.4.
 */
export function expectedMoments(smoothed: Smoothed, y: Float64Array, p: number): ExpectedMoments {
  const { states, variances, lagOne } = smoothed;
  const n = y.length / p;
  const m = states.length / n;
  const mm = m * m;
  if (lagOne.length !== (n - 1) * mm)
    throw new AppError(
      "invalid-input",
      "expected moments need the covariances of neighbouring states: ask the smoother for lagOne",
    );
  const S11 = new Float64Array(mm);
  const S10 = new Float64Array(mm);
  const S00 = new Float64Array(mm);
  const observedStates = new Float64Array(p * mm);
  const products = new Float64Array(p * m);
  const squares = new Float64Array(p);
  const counts = new Float64Array(p);
  const second = new Float64Array(mm);
  for (let t = 0; t < n; t++) {
    const own = t * m;
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++)
        second[i * m + j] = states[own + i]! * states[own + j]! + variances[own * m + i * m + j]!;
    if (t > 0) {
      addTo(S11, 0, second);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++)
          S10[i * m + j]! += states[own + i]! * states[own - m + j]! + lagOne[(t - 1) * mm + i * m + j]!;
    }
    if (t + 1 < n) addTo(S00, 0, second);
    for (let s = 0; s < p; s++) {
      const v = y[t * p + s]!;
      if (Number.isNaN(v)) continue;
      addTo(observedStates, s * mm, second);
      for (let j = 0; j < m; j++) products[s * m + j]! += v * states[own + j]!;
      squares[s]! += v * v;
      counts[s]!++;
    }
  }
  return { S11, S10, S00, observedStates, products, squares, counts };
}

function addTo(sum: Float64Array, at: number, x: Float64Array): void {
  for (let k = 0; k < x.length; k++) sum[at + k]! += x[k]!;
}
