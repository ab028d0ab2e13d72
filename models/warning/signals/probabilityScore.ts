import { AppError } from "../../errors.ts";

/**
 * Scores of probabilities against what happened, over periods where both are known.
 *   QPS = 2/n Σ (P − R)²  in [0, 2],   LPS = −1/n Σ [ R log P + (1−R) log(1−P) ]   (0 is perfect, ∞ where a
 *   certainty failed)
 *   skill = 1 − QPS / QPS of always saying the event's frequency
 * Diebold & Rudebusch (1989), Scoring the leading indicators, Journal of Business 62.
 */
export function probabilityScore(
  probability: readonly (number | null)[],
  events: readonly (boolean | null)[],
): { qps: number; lps: number; skill: number | null; n: number } {
  const pairs = probability.flatMap((p, t) => {
    const event = events[t] ?? null;
    return p === null || event === null ? [] : [[p, event ? 1 : 0] as const];
  });
  const n = pairs.length;
  if (n === 0) throw new AppError("not-enough-data", "no period has both a probability and an outcome");
  const odd = pairs.find(([p]) => !(p >= 0 && p <= 1));
  if (odd) throw new AppError("invalid-input", `a probability lies in [0, 1]; found ${odd[0]}`);
  const frequency = pairs.reduce((s, [, r]) => s + r, 0) / n;
  const qps = (2 / n) * pairs.reduce((s, [p, r]) => s + (p - r) ** 2, 0);
  const plain = 2 * frequency * (1 - frequency);
  return {
    qps,
    lps: -pairs.reduce((s, [p, r]) => s + Math.log(r === 1 ? p : 1 - p), 0) / n,
    skill: plain > 0 ? 1 - qps / plain : null,
    n,
  };
}
