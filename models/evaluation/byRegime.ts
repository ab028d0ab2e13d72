import { type Accuracy, accuracy } from "./accuracy.ts";

/**
 * The measures regime by regime (expansion and slump, before and after 2020): a model that wins on average may fail
 * where it counts. `regimes` names the regime of each period; null leaves the period out. A regime without a pair is
 * not in the answer.
 */
export function byRegime<Regime extends string>(
  actual: readonly (number | null)[],
  forecast: readonly (number | null)[],
  regimes: readonly (Regime | null)[],
  scale: number | null = null,
): Partial<Record<Regime, Accuracy>> {
  const answer: Partial<Record<Regime, Accuracy>> = {};
  for (const regime of new Set(regimes)) {
    if (regime === null) continue;
    const at = regimes.flatMap((r, t) =>
      r === regime && actual[t] != null && forecast[t] != null ? [t] : [],
    );
    if (at.length === 0) continue;
    answer[regime] = accuracy(
      at.map((t) => actual[t]!),
      at.map((t) => forecast[t]!),
      scale,
    );
  }
  return answer;
}
