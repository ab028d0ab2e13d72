import type { EventSample } from "./eventSample.ts";

/**
 * Share of calm months, of all events together, that were followed by the event within the window, as settled by each month:
 *   f(t) = mean of outcomes (e, s) over s ≤ t − window.   null before one is settled.
 */
export function runningFrequency(
  samples: readonly Pick<EventSample, "outcomes" | "ready">[],
  window: number,
): (number | null)[] {
  let ones = 0;
  let all = 0;
  return (samples[0]?.outcomes ?? []).map((_, t) => {
    if (t >= window)
      for (const { outcomes, ready } of samples) {
        const outcome = outcomes[t - window] ?? null;
        if (outcome === null || !ready[t - window]) continue;
        all++;
        if (outcome) ones++;
      }
    return all === 0 ? null : ones / all;
  });
}
