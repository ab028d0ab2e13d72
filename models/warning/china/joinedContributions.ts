import { normalCdf, normalDensity } from "../../statistics/distribution/normal.ts";
import { type EventBook, MODEL_IDS, SHARE_SCALE } from "./eventBook.ts";

/** What is left where every candidate stands at its mean and nothing signals. */
export const BASE = "base";
/** The regime that the reference is in. */
export const REGIME = "regime";

/**
 * Points of an event's joined probability (percent) in month t by candidate, regime and base; they add up to it. In each model
 *   P = Φ(a) + Σ_j β x_j · (Φ(a + s) − Φ(a))/s,  s = Σ_j β x_j      the slope of the chord instead of that of a point
 * and the models are mixed as their probabilities are. Empty where month t has no probability.
 */
export function joinedContributions(book: EventBook, e: number, t: number): { id: string; points: number }[] {
  if ((book.joined[e]!.value[t] ?? null) === null) return [];
  const candidates = book.candidates[e]!;
  const points = new Map<string, number>(
    [BASE, ...candidates.map((c) => c.indicator), REGIME].map((id) => [id, 0]),
  );
  const add = (id: string, p: number): void => {
    points.set(id, points.get(id)! + 100 * p);
  };
  MODEL_IDS.forEach((id, m) => {
    const weight = book.joined[e]!.weights[t]![m]!;
    if (weight === 0) return;
    const [constant, slope] = book.models[id].coefficients[t]!;
    const terms = featuresOf(book, id, e, t).map((f) => ({ id: f.id, term: slope! * f.share }));
    const sum = terms.reduce((s, f) => s + f.term, 0);
    const base = normalCdf(constant!);
    const chord = Math.abs(sum) < 1e-9 ? normalDensity(constant!) : (normalCdf(constant! + sum) - base) / sum;
    add(BASE, weight * base);
    for (const f of terms) add(f.id, weight * f.term * chord);
  });
  return [...points].map(([id, p]) => ({ id, points: p }));
}

/** The parts whose sum is what a model reads of the month. */
function featuresOf(
  book: EventBook,
  model: (typeof MODEL_IDS)[number],
  e: number,
  t: number,
): { id: string; share: number }[] {
  const candidates = book.candidates[e]!;
  if (model === "markov") return [{ id: REGIME, share: SHARE_SCALE * book.regimes[e]!.probability[t]! }];
  if (model === "klr")
    return candidates.map((c, j) => ({
      id: c.indicator,
      share: SHARE_SCALE * book.signals[e]!.points[t]![j]!,
    }));
  const scores = book.samples[e]!.danger.map((d) => d[t]!);
  const known = scores.filter((z) => !Number.isNaN(z)).length;
  return candidates.flatMap((c, j) =>
    Number.isNaN(scores[j]!) ? [] : [{ id: c.indicator, share: scores[j]! / known }],
  );
}
