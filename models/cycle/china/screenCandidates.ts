import { bryBoschan } from "../bryBoschan.ts";
import { growthCycle } from "../growthCycle.ts";
import { type AtLag, bestLag, kullbackLeibler, timeDifferenceCorrelation } from "../leadLag.ts";
import { matchTurns, type TurnMatches } from "../matchTurns.ts";
import { normaliseCycle } from "../normaliseCycle.ts";

export interface ScreenedCandidate {
  indicator: string;
  /** Best lag of the time-difference correlation and of the information; below 0 the candidate leads. */
  correlation: AtLag | null;
  information: AtLag | null;
  turns: TurnMatches;
  /** Months that candidate and reference share. */
  n: number;
}

/** Information takes positive figures: a cycle of 100 ± 1 is far from 0. */
const CENTRE = 100;

/**
 * Candidates against the reference cycle, each over the months that both have:
 *   c = HP₁₂(x − HP₁₂₀ x) of either, normalised to 100 ± 1
 *   correlation r(l) and information k(l), l = −12 … 12 months, and the match of turning points
 * The largest positive correlation counts: a candidate that goes against the cycle is turned over beforehand.
 * By these leading, coincident and lagging members are told apart. Gao Tiemei et al. (2015).
 */
export function screenCandidates(
  candidates: readonly { indicator: string; values: Float64Array }[],
  reference: Float64Array,
): ScreenedCandidate[] {
  return candidates.map(({ indicator, values }) => {
    const shared = [...values.keys()].filter(
      (t) => !Number.isNaN(values[t]!) && !Number.isNaN(reference[t]!),
    );
    const [from = 0, to = -1] = [shared[0], shared.at(-1)];
    const x = cycleOf(values.subarray(from, to + 1));
    const y = cycleOf(reference.subarray(from, to + 1));
    return {
      indicator,
      correlation: bestLag(timeDifferenceCorrelation(x, y), (v) => v),
      information: bestLag(kullbackLeibler(x, y, 12, "shared"), (v) => -v),
      turns: matchTurns(bryBoschan(x).turns, bryBoschan(y).turns, { lead: 12, lag: 12 }),
      n: shared.length,
    };
  });
}

const cycleOf = (x: Float64Array): Float64Array =>
  normaliseCycle(growthCycle(x).cycle, { scale: "mean-absolute-deviation", centre: CENTRE });
