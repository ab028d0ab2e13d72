import { AppError } from "../../errors.ts";
import { normalQuantile } from "../../statistics/normalQuantile.ts";

export interface Roc {
  /** From the threshold −∞, where everything signals, up to +∞: midpoints between neighbouring distinct scores. */
  thresholds: Float64Array;
  /** Share of ones at or above the threshold. */
  sensitivity: Float64Array;
  /** Share of zeros below it. */
  specificity: Float64Array;
  /** Area under the curve: P(score of a one > score of a zero) + ½ P(equal). */
  auc: number;
  /** DeLong's standard error. */
  standardError: number;
  /** auc ± z·se within [0, 1]. */
  interval: { level: number; lower: number; upper: number };
  /** Thresholds at which sensitivity + specificity is largest. */
  youden: readonly { threshold: number; sensitivity: number; specificity: number }[];
}

/**
 * Receiver operating characteristic of scores that should be high where y is 1.
 *   AUC = Σ Σ ψ(x_i, y_j)/(mn),  ψ = 1, ½, 0 as the one's score is above, equal to, below the zero's
 *   var AUC = s²₁₀/m + s²₀₁/n,  s² of the placement values
 * `level` in percent for the interval. Throws AppError("invalid-input") for other y or scores that are not finite,
 * ("not-enough-data") for fewer than two of either class. DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44;
 * Youden (1950), Cancer 3.
 */
export function roc(y: ArrayLike<number>, scores: ArrayLike<number>, level = 95): Roc {
  const n = y.length;
  if (scores.length !== n)
    throw new AppError("invalid-input", `a curve needs one score per row; found ${scores.length} for ${n}`);
  if (!(level > 0 && level < 100))
    throw new AppError(
      "invalid-input",
      `the level of an interval lies between 0 and 100 percent; found ${level}`,
    );
  for (let t = 0; t < n; t++)
    if ((y[t] !== 0 && y[t] !== 1) || !Number.isFinite(scores[t]!))
      throw new AppError(
        "invalid-input",
        `row ${t + 1} holds y = ${y[t]} and score ${scores[t]}; needed 0 or 1 and a number`,
      );
  const order = Int32Array.from({ length: n }, (_, t) => t).sort((a, b) => scores[a]! - scores[b]!);
  const positives = Array.from(y).reduce((s, v) => s + v, 0);
  const negatives = n - positives;
  if (positives < 2 || negatives < 2)
    throw new AppError(
      "not-enough-data",
      `a curve needs two of each class; found ${positives} ones and ${negatives} zeros`,
    );
  const thresholds = [Number.NEGATIVE_INFINITY];
  const sensitivity = [1];
  const specificity = [0];
  // Placement values: for a one the share of zeros below it, for a zero the share of ones above it, ties half.
  let sum10 = 0;
  let squares10 = 0;
  let sum01 = 0;
  let squares01 = 0;
  let onesBelow = 0;
  let zerosBelow = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    let ones = 0;
    while (to < n && scores[order[to]!] === scores[order[from]!]) ones += y[order[to++]!]!;
    const zeros = to - from - ones;
    const ofOne = (zerosBelow + zeros / 2) / negatives;
    const ofZero = (positives - onesBelow - ones / 2) / positives;
    sum10 += ones * ofOne;
    squares10 += ones * ofOne * ofOne;
    sum01 += zeros * ofZero;
    squares01 += zeros * ofZero * ofZero;
    onesBelow += ones;
    zerosBelow += zeros;
    thresholds.push(to < n ? (scores[order[from]!]! + scores[order[to]!]!) / 2 : Number.POSITIVE_INFINITY);
    sensitivity.push((positives - onesBelow) / positives);
    specificity.push(zerosBelow / negatives);
    from = to;
  }
  const auc = sum10 / positives;
  const variance =
    (squares10 - positives * auc * auc) / (positives - 1) / positives +
    (squares01 - sum01 * (sum01 / negatives)) / (negatives - 1) / negatives;
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = normalQuantile(0.5 + level / 200) * standardError;
  const best = Math.max(...sensitivity.map((s, i) => s + specificity[i]!));
  return {
    thresholds: Float64Array.from(thresholds),
    sensitivity: Float64Array.from(sensitivity),
    specificity: Float64Array.from(specificity),
    auc,
    standardError,
    interval: { level, lower: Math.max(0, auc - reach), upper: Math.min(1, auc + reach) },
    youden: thresholds.flatMap((threshold, i) =>
      sensitivity[i]! + specificity[i]! >= best - 1e-12
        ? [{ threshold, sensitivity: sensitivity[i]!, specificity: specificity[i]! }]
        : [],
    ),
  };
}
