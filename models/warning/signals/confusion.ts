/** Signals against events, period by period. Kaminsky, Lizondo & Reinhart (1998), IMF Staff Papers 45, §III. */
export interface Confusion {
  /** A: signal, and an event follows. */
  hits: number;
  /** B: signal, and none follows. */
  falseAlarms: number;
  /** C: no signal, yet an event follows. */
  missed: number;
  /** D: neither. */
  quiet: number;
}

/** Counts over periods where both are known; null leaves a period out. */
export function confusion(
  signals: readonly (boolean | null)[],
  events: readonly (boolean | null)[],
): Confusion {
  const counts: Confusion = { hits: 0, falseAlarms: 0, missed: 0, quiet: 0 };
  signals.forEach((signal, t) => {
    const event = events[t] ?? null;
    if (signal === null || event === null) return;
    if (signal) counts[event ? "hits" : "falseAlarms"]++;
    else counts[event ? "missed" : "quiet"]++;
  });
  return counts;
}

/** C/(A+C): share of the periods before events that stayed silent; null where no event falls in the sample. */
export const typeOne = ({ hits, missed }: Confusion): number | null =>
  hits + missed === 0 ? null : missed / (hits + missed);

/** B/(B+D): share of calm periods with a signal; null where every period precedes an event. */
export const typeTwo = ({ falseAlarms, quiet }: Confusion): number | null =>
  falseAlarms + quiet === 0 ? null : falseAlarms / (falseAlarms + quiet);

/** Noise to signal, [B/(B+D)] / [A/(A+C)]: below 1 the signal says something; null where nothing was hit. */
export function noiseToSignal(c: Confusion): number | null {
  const [one, two] = [typeOne(c), typeTwo(c)];
  return one === null || two === null || one === 1 ? null : two / (1 - one);
}

/** What a sample can tell of a signal that never cried wolf in it: less than one false alarm, half of one. */
const LEAST_ALARMS = 0.5;

/**
 * Noise to signal for a weight 1/ω, above 0 however good the record: a signal without a false alarm counts half of one in its calm
 * periods, as one counts half an event where none was seen.
 *   ω = [max(B, ½)/(B+D)] / [A/(A+C)];   null where nothing was hit or no calm period is known
 * Kaminsky (1999), IMF WP 99/178, weighs by 1/ω and has no signal without noise; Haldane (1956), Annals of Human Genetics 20, for the half.
 */
export function weighedNoise(c: Confusion): number | null {
  const calm = c.falseAlarms + c.quiet;
  const falseAlarms = Math.min(calm, Math.max(LEAST_ALARMS, c.falseAlarms));
  return noiseToSignal({ ...c, falseAlarms, quiet: calm - falseAlarms });
}

/** P(event | signal) = A/(A+B); null without a signal. */
export const precision = ({ hits, falseAlarms }: Confusion): number | null =>
  hits + falseAlarms === 0 ? null : hits / (hits + falseAlarms);

/** P(event) = (A+C)/N. */
export const eventRate = (c: Confusion): number =>
  (c.hits + c.missed) / (c.hits + c.falseAlarms + c.missed + c.quiet);

/**
 * What following the signals saves a policymaker who weighs missed events by θ and false alarms by 1 − θ.
 *   L = θ T₁ + (1−θ) T₂,  U = min(θ, 1−θ) − L,  relative U / min(θ, 1−θ): 1 perfect, 0 or less of no use
 * Alessi & Detken (2011), European Journal of Political Economy 27, equation 3; Sarlin (2013), Economics Letters 119.
 */
export function usefulness(
  c: Confusion,
  theta: number,
): { loss: number; usefulness: number; relative: number } | null {
  const [one, two] = [typeOne(c), typeTwo(c)];
  if (one === null || two === null) return null;
  const loss = theta * one + (1 - theta) * two;
  const without = Math.min(theta, 1 - theta);
  return { loss, usefulness: without - loss, relative: (without - loss) / without };
}
