import type { EventSample } from "./eventSample.ts";
import type { EventPath, RealTimeProbit } from "./realTimeProbit.ts";
import { brierOf, isProven } from "./scoreRecord.ts";

export interface JoinedPath extends EventPath {
  /** Weight of each model by month; they sum to 1 where there is a value. */
  weights: readonly (readonly number[])[];
}

const APRIL = 3;

/**
 * The proven models' probabilities as one. Each April a model is judged on all events together, on the months settled by then:
 *   w_m = 1/B_m, B_m = mean (P_m − outcome)², where P_m orders months better than knowing nothing (`isProven`), else 0
 * Where none is proven the first stands alone: it is put first for reading its candidates in full and estimating least.
 * A month in which no model that counts has a probability has none. Bates & Granger (1969), Operational Research Quarterly 20.
 */
export function joinModels(
  samples: readonly Pick<EventSample, "firstSlot" | "outcomes">[],
  models: readonly RealTimeProbit[],
  window: number,
): JoinedPath[] {
  const { firstSlot, outcomes } = samples[0]!;
  let judged = models.map((_, m): number => (m === 0 ? 1 : 0));
  const inForce = outcomes.map((_, t) => {
    if ((firstSlot + t) % 12 === APRIL && t >= window) judged = judge(t - window + 1);
    return judged;
  });
  return samples.map((_, e) => {
    const weights = inForce.map((counted, t) => {
      const raw = counted.map((w, m) => ((models[m]!.paths[e]!.value[t] ?? null) === null ? 0 : w));
      const sum = raw.reduce((a, b) => a + b, 0);
      return raw.map((w) => (sum > 0 ? w / sum : 0));
    });
    const told = weights.map((w) => w.some((v) => v > 0));
    return {
      weights,
      value: told.map((is, t) =>
        is ? weights[t]!.reduce((s, w, m) => s + w * (models[m]!.paths[e]!.value[t] ?? 0), 0) : null,
      ),
      draws: told.map((is, t) =>
        is
          ? mixed(
              models.map((m) => m.paths[e]!.draws[t] ?? null),
              weights[t]!,
            )
          : null,
      ),
    };
  });

  function judge(settled: number): number[] {
    const happened = samples.map((s) => s.outcomes.slice(0, settled));
    const worth = models.map((m) => {
      const told = m.paths.map((p) => p.value.slice(0, settled));
      return isProven(told, happened) ? 1 / brierOf(told.flat(), happened.flat())! : 0;
    });
    return worth.some((w) => w > 0) ? worth : worth.map((_, m) => (m === 0 ? 1 : 0));
  }
}

function mixed(draws: readonly (Float64Array | null)[], weights: readonly number[]): Float64Array {
  const counted = draws.flatMap((d, m) => (d !== null && weights[m]! > 0 ? [{ d, w: weights[m]! }] : []));
  return Float64Array.from(counted[0]!.d, (_, b) => counted.reduce((s, { d, w }) => s + w * d[b]!, 0));
}
