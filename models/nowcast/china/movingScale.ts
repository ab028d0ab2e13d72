import { AppError } from "../../errors.ts";

/** How much of a scale's logarithm stays from one period to the next: half of what was learnt is gone after four. */
const KEPT = 0.85;
/** How far one period moves the logarithm. */
const PACE = 0.3;
/** Errors beyond this many standard deviations count as this many. */
const FARTHEST = 2;
/** E min(Z², 2²) of a standard normal Z, (2Φ(2) − 1) − 4φ(2) + 8(1 − Φ(2)): what an honest band expects. */
const EXPECTED = 0.920_537;
/** The most by which a model's own word is widened: after a crisis its word grows too, and the two would multiply. */
const WIDEST = 2.5;

/** What was missed of a past period, by what was told: the model's own standard deviation, and doubt that is not scaled. */
export interface PastError {
  error: number;
  own: number;
  doubt: number;
}

/**
 * By how much to scale the standard deviation of a model's own word, from its past errors, oldest first, as a scale that moves:
 *   log c ← min(log 2.5, 0.85 log c + 0.3 (min(error²/(c² own² + doubt²), 4)/E min(Z², 4) − 1)),   c = 1 at first
 * Near 1 for a model that errs as it says. A miss widens the next bands, more misses widen them more; quiet periods narrow them
 * and let the model's own word return. One crisis, however far off, moves the scale by a bounded step. A score-driven scale with
 * a bounded score: Harvey (2013), Dynamic Models for Volatility and Heavy Tails, ch. 4; Creal, Koopman & Lucas (2013), JAE 28,
 * 777–795. Throws AppError("invalid-input") on numbers that are not finite or a standard deviation that is not above 0.
 */
export function movingScale(past: readonly PastError[]): number {
  let log = 0;
  for (const { error, own, doubt } of past) {
    const size = Math.min((error / Math.hypot(Math.exp(log) * own, doubt)) ** 2, FARTHEST ** 2);
    if (!(own > 0) || !Number.isFinite(size))
      throw new AppError(
        "invalid-input",
        `a past error needs finite numbers and a standard deviation above 0; found ${error}, ${own} and ${doubt}`,
      );
    log = Math.min(Math.log(WIDEST), KEPT * log + PACE * (size / EXPECTED - 1));
  }
  return Math.exp(log);
}
