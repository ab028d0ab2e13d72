import { AppError } from "../../errors.ts";
import { quantile, sorted } from "../../statistics/quantile.ts";
import { randomSource } from "../../statistics/random/generator.ts";

/** One signal that counts towards the composite. */
export interface Member {
  id: string;
  signals: readonly (boolean | null)[];
  /** Its record, above 0 (`weighedNoise`): the smaller, the more it counts. Members at 1 or above say nothing and are left out. */
  noiseToSignal: number;
}

export interface Composite {
  /** I(t) over the members known at t, as a share of what all known ones together could give: 0 none, 1 all. null: none known. */
  index: (number | null)[];
  /** Per period the share of the index that each member brings, in points of the index. */
  contributions: readonly { id: string; points: (number | null)[] }[];
  /** Left out, and why it says nothing. */
  leftOut: readonly { id: string; noiseToSignal: number }[];
}

/**
 * Composite of signals, each weighted by the inverse of its noise:
 *   I(t) = Σ S_j(t)/ω_j / Σ 1/ω_j  over the members known at t,  ω_j noise to signal
 * Kaminsky (1999), Currency and banking crises: the early warnings of distress, IMF WP 99/178, §IV; scaled to its possible
 * maximum so that members joining later do not move it by themselves. Throws AppError: "invalid-input" for a noise that has no
 * inverse (a record without a false alarm tells half of one) and for signals of unlike length, "not-enough-data" where none says anything.
 */
export function composite(members: readonly Member[]): Composite {
  const perfect = members.find((m) => !(m.noiseToSignal > 0));
  if (perfect)
    throw new AppError(
      "invalid-input",
      `${perfect.id} has a noise to signal of ${perfect.noiseToSignal}; a weight needs one above 0, half a false alarm where none was seen`,
    );
  const used = members.filter((m) => m.noiseToSignal < 1);
  if (used.length === 0)
    throw new AppError("not-enough-data", "no member's noise to signal lies below 1, so none says anything");
  const n = used[0]!.signals.length;
  const odd = used.find((m) => m.signals.length !== n);
  if (odd)
    throw new AppError(
      "invalid-input",
      `${odd.id} has ${odd.signals.length} periods where ${used[0]!.id} has ${n}`,
    );
  const possible = Array.from({ length: n }, (_, t) =>
    used.reduce((s, m) => s + (m.signals[t] === null ? 0 : 1 / m.noiseToSignal), 0),
  );
  const contributions = used.map((m) => ({
    id: m.id,
    points: m.signals.map((s, t) => (s === null ? null : (s ? 1 / m.noiseToSignal : 0) / possible[t]!)),
  }));
  return {
    index: possible.map((p, t) =>
      p === 0 ? null : contributions.reduce((s, c) => s + (c.points[t] ?? 0), 0),
    ),
    contributions,
    leftOut: members.filter((m) => !used.includes(m)).map(({ id, noiseToSignal }) => ({ id, noiseToSignal })),
  };
}

export interface ProbabilityBand {
  probability: number;
  low: number;
  high: number;
}

/**
 * P(event within the window | index near its value), by the share of events among the `near` periods whose index lies
 * nearest, and its range over a moving-block bootstrap of the history.
 * `history` pairs the index with the event as known at the time. Refuses fewer than `near` pairs.
 */
export function probabilityOf(
  value: number,
  history: readonly { index: number; event: boolean }[],
  options: { near: number; level: number; draws: number; blockLength: number; seed: number },
): ProbabilityBand {
  const n = history.length;
  if (n < options.near)
    throw new AppError("not-enough-data", `${n} periods with index and outcome; ${options.near} are needed`);
  const probability = shareNear(value, history, options.near);
  const random = randomSource(options.seed);
  const shares = Array.from({ length: options.draws }, () => {
    const sample: { index: number; event: boolean }[] = [];
    while (sample.length < n) {
      const from = Math.floor(random.uniform() * (n - options.blockLength + 1));
      for (let k = 0; k < options.blockLength && sample.length < n; k++) sample.push(history[from + k]!);
    }
    return shareNear(value, sample, options.near);
  });
  const ordered = sorted(shares);
  const tail = (1 - options.level / 100) / 2;
  return { probability, low: quantile(ordered, tail), high: quantile(ordered, 1 - tail) };
}

/** Alarm only where even the lower end of the band exceeds the threshold. */
export const isAlarm = (band: ProbabilityBand, threshold: number): boolean => band.low > threshold;

function shareNear(
  value: number,
  history: readonly { index: number; event: boolean }[],
  near: number,
): number {
  const byDistance = history.toSorted((a, b) => Math.abs(a.index - value) - Math.abs(b.index - value));
  // All that are as near as the last one counted belong in, or the answer would hang on their order.
  const reach = Math.abs(byDistance[near - 1]!.index - value);
  const inside = byDistance.filter((h) => Math.abs(h.index - value) <= reach);
  return inside.filter((h) => h.event).length / inside.length;
}
