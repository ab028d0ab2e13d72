import type { EventBook } from "./eventBook.ts";

export interface CompositeRisk {
  /** P by month in [0, 1]; null where no event has a probability. */
  value: readonly (number | null)[];
  draws: readonly (Float64Array | null)[];
  /** By event and month; over the events they add up to the value. null while the event is on and where it has no probability. */
  shares: readonly (readonly (number | null)[])[];
  /** Did one of the events that had a probability begin within the window? null where open. */
  outcomes: readonly (boolean | null)[];
  /** By month, where between "one implies the others" (0) and "each by itself" (1) the joint past lay. */
  independence: readonly number[];
}

/** The past is weighed against independence as if this many months' squared gaps had spoken for it. */
const PRIOR = 1;

/**
 * Probability that at least one event begins within the window, of the events that are not on. For month t:
 *   least m = max P_e (one implies the others),  independent u = 1 − Π(1 − P_e)
 *   P = m + κ (u − m),  κ = (Σ (y − m)(u − m) + c)/(Σ (u − m)² + c) in [0, 1] over settled months s ≤ t − window,  c = 1
 * so that dependence comes from the joint history, as far as it was known. Share of an event: P · ln(1 − P_e)/Σ ln(1 − P_e).
 */
export function compositeRisk(book: Pick<EventBook, "samples" | "joined">, window: number): CompositeRisk {
  const { samples, joined } = book;
  const n = samples[0]!.months.length;
  const bounds = (told: readonly number[]): { least: number; independent: number } => ({
    least: Math.max(...told),
    independent: 1 - told.reduce((s, p) => s * (1 - p), 1),
  });
  const ends = Array.from({ length: n }, (_, t) => {
    const told = joined.flatMap((j) => j.value[t] ?? []);
    return told.length === 0 ? null : bounds(told);
  });
  const outcomes = ends.map((end, t) => {
    const known = samples.flatMap((s, e) =>
      (joined[e]!.value[t] ?? null) === null ? [] : [s.outcomes[t] ?? null],
    );
    return end === null || known.includes(null) ? null : known.includes(true);
  });
  const independence: number[] = [];
  let pull = PRIOR;
  let weight = PRIOR;
  for (let t = 0; t < n; t++) {
    const end = ends[t - window] ?? null;
    const outcome = outcomes[t - window] ?? null;
    if (end !== null && outcome !== null) {
      const gap = end.independent - end.least;
      pull += ((outcome ? 1 : 0) - end.least) * gap;
      weight += gap * gap;
    }
    independence.push(Math.max(0, Math.min(1, pull / weight)));
  }
  const between = (told: readonly number[], t: number): number => {
    const { least, independent } = bounds(told);
    return least + independence[t]! * (independent - least);
  };
  const value = ends.map((end, t) =>
    end === null
      ? null
      : between(
          joined.flatMap((j) => j.value[t] ?? []),
          t,
        ),
  );
  return {
    value,
    outcomes,
    independence,
    draws: value.map((v, t) => {
      const drawn = joined.flatMap((j) => j.draws[t] ?? []);
      return v === null
        ? null
        : Float64Array.from(drawn[0]!, (_, b) =>
            between(
              drawn.map((d) => d[b]!),
              t,
            ),
          );
    }),
    shares: joined.map((j) =>
      j.value.map((p, t) => {
        if (p === null) return null;
        const all = joined.reduce((s, o) => s + Math.log1p(-(o.value[t] ?? 0)), 0);
        return all === 0 ? 0 : (value[t]! * Math.log1p(-p)) / all;
      }),
    ),
  };
}
