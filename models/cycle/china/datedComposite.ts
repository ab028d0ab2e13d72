import { bryBoschan } from "../bryBoschan.ts";
import { phaseStates } from "../phaseStates.ts";
import { type Survival, survivalOfVintages } from "../survivalOdds.ts";
import type { TurningPoint } from "../turningPoint.ts";

export interface DatedTurn extends TurningPoint {
  /** The newest turn, and every one within two years of the end, may yet move or vanish (未定). */
  provisional: boolean;
  /** How turns of its age fared; null for a turn that is settled. */
  survival: Survival | null;
}

export interface DatedComposite {
  turns: DatedTurn[];
  /** 1 in an expansion, −1 in a contraction, 0 throughout where no turn is known. */
  phases: Int8Array;
  byAge: Survival[];
}

/** Months in which a turn is in question. */
const OLDEST = 24;

/**
 * Turning points of an index by Bry and Boschan, with the odds that its last ones stand. The odds rest on the index
 * built and dated anew from the first T months, for every T from `first` on (`until(T)`): a filter that looks both
 * ways, or weights that change with the sample, count as they would have then.
 */
export function datedComposite(
  index: Float64Array,
  until: (length: number) => Float64Array,
  first: number,
): DatedComposite {
  const turns = bryBoschan(index).turns;
  const n = index.length;
  const vintages = [
    ...Array.from({ length: n - first }, (_, i) => ({
      length: first + i,
      turns: bryBoschan(until(first + i)).turns,
    })),
    { length: n, turns },
  ];
  const { byAge } = survivalOfVintages(vintages, { oldest: OLDEST });
  return {
    turns: turns.map((turn, i): DatedTurn => {
      const age = n - 1 - turn.at;
      const provisional = i === turns.length - 1 || age <= OLDEST;
      return { ...turn, provisional, survival: provisional ? (byAge[Math.min(age, OLDEST)] ?? null) : null };
    }),
    phases: phaseStates(turns, n),
    byAge,
  };
}
