import { AppError } from "../../errors.ts";
import { randomSource } from "../../statistics/random/generator.ts";

/**
 * How often would a signal that knows nothing do as well? The events are turned round the sample by a random shift, so that
 * both keep their runs, and the statistic is taken anew.
 *   p = (1 + #{statistic(shifted) ≥ statistic}) / (1 + draws)
 * `statistic` is larger where the signal is better; null counts as no better. Politis, Romano & Wolf (1999), Subsampling,
 * §4 for dependence; Phipson & Smyth (2010) for the added one.
 */
export function permutationP<Period>(
  events: readonly Period[],
  statistic: (events: readonly Period[]) => number | null,
  options: { draws: number; seed: number },
): number {
  const observed = statistic(events);
  if (observed === null)
    throw new AppError(
      "not-enough-data",
      "the statistic cannot be taken on this sample, so it cannot be tested",
    );
  const random = randomSource(options.seed);
  let asGood = 0;
  for (let draw = 0; draw < options.draws; draw++) {
    const shift = 1 + Math.floor(random.uniform() * (events.length - 1));
    const turned = [...events.slice(shift), ...events.slice(0, shift)];
    const other = statistic(turned);
    if (other !== null && other >= observed) asGood++;
  }
  return (1 + asGood) / (1 + options.draws);
}
