import { AppError } from "../../errors.ts";
import { confusion } from "./confusion.ts";

/**
 * The probability from which on to warn, from a grid of cut-offs 0, step, 2 step … 1 (a signal where p ≥ cut-off). The lowest
 * cut-off wins a tie.
 *   "noise-to-signal"  least B/A (counts, as Candelon et al.; not the rates of KLR)
 *   "accuracy"         largest |sensitivity + specificity − 1|
 *   "balance"          least |sensitivity − specificity|
 * Candelon, Dumitrescu & Hurlin (2012), How to evaluate an early-warning system, IMF Economic Review 60, §2.
 */
export function cutoff(
  probability: readonly number[],
  events: readonly boolean[],
  criterion: "noise-to-signal" | "accuracy" | "balance",
  step: number,
): number {
  if (!(step > 0 && step <= 1))
    throw new AppError("invalid-input", `a step of ${step}; between 0 and 1 is needed`);
  const happened = events.filter(Boolean).length;
  if (happened === 0 || happened === events.length)
    throw new AppError(
      "not-enough-data",
      `${happened} of ${events.length} periods are events; both kinds are needed`,
    );
  let best = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= Math.round(1 / step); k++) {
    const c = k * step;
    const { hits, falseAlarms, missed, quiet } = confusion(
      probability.map((p) => p >= c),
      events,
    );
    const sensitivity = hits / (hits + missed);
    const specificity = quiet / (quiet + falseAlarms);
    const cost = {
      "noise-to-signal": hits === 0 ? Number.POSITIVE_INFINITY : falseAlarms / hits,
      accuracy: -Math.abs(sensitivity + specificity - 1),
      balance: Math.abs(sensitivity - specificity),
    }[criterion];
    if (cost < least) {
      least = cost;
      best = c;
    }
  }
  return best;
}
